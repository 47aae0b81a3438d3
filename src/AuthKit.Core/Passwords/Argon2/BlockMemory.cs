using System.Runtime.ConstrainedExecution;
using System.Runtime.InteropServices;

namespace AuthKit.Passwords.Argon2;

/// <summary>Native memory for one matrix, out of the garbage collector's way.</summary>
internal sealed unsafe class BlockMemory : CriticalFinalizerObject, IDisposable
{
    // The usual page, so that no block lies in two: finding where a page is takes the processor time.
    private const int Alignment = 4096;

    // From this size on, glibc takes memory straight from the system and gives it straight back; of less it may keep
    // what is freed. Pages that are never touched cost nothing.
    private const nuint LeastOnLinux = 32 << 20;

    private ulong* _blocks;

    /// <summary>Takes memory from the system.</summary>
    /// <exception cref="OutOfMemoryException">There is not that much.</exception>
    public BlockMemory(long size)
    {
        if ((ulong)size > nuint.MaxValue)
            throw new OutOfMemoryException();

        var reserved = OperatingSystem.IsLinux() ? nuint.Max((nuint)size, LeastOnLinux) : (nuint)size;
        _blocks = (ulong*)NativeMemory.AlignedAlloc(reserved, Alignment);
        Size = size;
    }

    /// <summary>Gives back what was never disposed of.</summary>
    ~BlockMemory() => Free();

    /// <summary>The size in bytes.</summary>
    public long Size { get; }

    /// <summary>The first word.</summary>
    public ulong* Blocks => _blocks;

    /// <summary>Overwrites everything with zeros.</summary>
    public void Clear() => NativeMemory.Clear(_blocks, (nuint)Size);

    /// <summary>Gives the memory back to the system.</summary>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(_blocks);
        _blocks = null;
    }
}
