using System.Runtime.InteropServices;

namespace AuthKit.Core.Tests.Passwords.Argon2;

/// <summary>The C reference implementation, as Debian's libargon2-1 carries it.</summary>
internal static unsafe partial class LibArgon2
{
    private const string Library = "libargon2.so.1";
    private const int Version13 = 0x13;

    public static bool IsInstalled { get; } = NativeLibrary.TryLoad(Library, out _);

    public static byte[] Hash(Argon2Case it)
    {
        var tag = new byte[it.TagLength];
        fixed (byte* output = tag, password = it.Password, salt = it.Salt, secret = it.Secret, associatedData = it.AssociatedData)
        {
            var context = new Context
            {
                Output = output,
                OutputLength = (uint)tag.Length,
                Password = password,
                PasswordLength = (uint)it.Password.Length,
                Salt = salt,
                SaltLength = (uint)it.Salt.Length,
                Secret = secret,
                SecretLength = (uint)it.Secret.Length,
                AssociatedData = associatedData,
                AssociatedDataLength = (uint)it.AssociatedData.Length,
                Passes = (uint)it.Iterations,
                MemoryKiB = (uint)it.MemoryKiB,
                Lanes = (uint)it.Parallelism,
                Threads = 1,
                Version = Version13,
            };
            var error = argon2id_ctx(&context);
            if (error != 0)
                throw new InvalidOperationException($"libargon2 refused {it} with error {error}.");
        }

        return tag;
    }

    [LibraryImport(Library)]
    private static partial int argon2id_ctx(Context* context);

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
