using System.Text;
using AuthKit.Fuzzing.Targets;

namespace AuthKit.Fuzzing;

/// <summary>A reader of bytes that anybody may send. It throws where the reader does, or where what was read breaks a promise.</summary>
/// <param name="Name">What it is called on the command line; its seeds are in a folder of this name.</param>
/// <param name="Read">Reads.</param>
internal sealed record Target(string Name, Action<byte[]> Read)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Target> All { get; } =
    [
        OfText("jwt", JwtTarget.Read),
        OfText("phc", PhcTarget.Read),
        OfText("opaque-token", OpaqueTokenTarget.Read),
        OfText("connection-string", ConnectionStringTarget.Read),
        new("form", FormTarget.Read),
        new("json", JsonTarget.Read),
        OfText("jwks", JwksTarget.Read),
        OfText("authorization", AuthorizationTarget.Read),
        OfText("redirect-uri", RedirectUriTarget.Read),
        OfText("return-url", ReturnUrlTarget.Read),
        OfText("accept-language", AcceptLanguageTarget.Read),
        new("name", NameTarget.Read),
    ];

    /// <summary>The inputs to begin with.</summary>
    public IEnumerable<byte[]> Seeds => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Seeds", Name), "*.txt").Order(StringComparer.Ordinal).Select(Seed);

    public override string ToString() => Name;

    private static Target OfText(string name, Action<string> read) => new(name, bytes => read(Encoding.UTF8.GetString(bytes)));

    // Editors end a text file with a line end.
    private static byte[] Seed(string file) => File.ReadAllBytes(file) is [.. var bytes, (byte)'\n'] ? bytes : File.ReadAllBytes(file);
}
