using System.IO.Compression;

namespace AuthKit.Passwords;

/// <summary>The passwords that are tried first everywhere. The list and its licence are named in <c>common-passwords.md</c> beside it.</summary>
internal static class CommonPasswords
{
    private static readonly Lazy<HashSet<string>> List = new(Read);

    public static bool Contains(string password) => List.Value.Contains(password);

    private static HashSet<string> Read()
    {
        using var resource = typeof(CommonPasswords).Assembly.GetManifestResourceStream("AuthKit.Passwords.common-passwords.txt.gz")!;
        using var reader = new StreamReader(new GZipStream(resource, CompressionMode.Decompress));
        var list = new HashSet<string>(20_000, StringComparer.OrdinalIgnoreCase);
        while (reader.ReadLine() is { } line)
            list.Add(line);
        return list;
    }
}
