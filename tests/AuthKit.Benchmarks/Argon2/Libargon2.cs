using System.Runtime.InteropServices;

namespace AuthKit.Benchmarks.Argon2;

/// <summary>The C reference implementation.</summary>
/// <param name="name">What to call it.</param>
/// <param name="library">The handle of the shared library.</param>
internal sealed unsafe class Libargon2(string name, nint library) : Contender(name)
{
    public const string Installed = "libargon2.so.1";

    private readonly delegate* unmanaged<Context*, int> _hash = (delegate* unmanaged<Context*, int>)NativeLibrary.GetExport(library, "argon2id_ctx");

    public override void Hash(Cost cost, int threads, Span<byte> tag)
    {
        fixed (byte* output = tag, password = Password, salt = Salt)
        {
            var context = new Context
            {
                Output = output,
                OutputLength = (uint)tag.Length,
                Password = password,
                PasswordLength = (uint)Password.Length,
                Salt = salt,
                SaltLength = (uint)Salt.Length,
                Passes = (uint)cost.Iterations,
                MemoryKiB = (uint)cost.MemoryKiB,
                Lanes = (uint)cost.Parallelism,
                Threads = (uint)Math.Min(threads, cost.Parallelism),
                Version = 0x13,
            };
            if (_hash(&context) != 0)
                throw new InvalidOperationException($"{Name} refused {cost}.");
        }
    }

    /// <summary>struct Argon2_Context of argon2.h.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Context
    {
        public byte* Output;
        public uint OutputLength;
        public byte* Password;
        public uint PasswordLength;
        public byte* Salt;
        public uint SaltLength;
        public byte* Secret;
        public uint SecretLength;
        public byte* AssociatedData;
        public uint AssociatedDataLength;
        public uint Passes;
        public uint MemoryKiB;
        public uint Lanes;
        public uint Threads;
        public uint Version;
        public void* Allocate;
        public void* Free;
        public uint Flags;
    }
}
