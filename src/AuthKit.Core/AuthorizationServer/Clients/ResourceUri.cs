using System.Text.Json;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>The identifier of an interface (RFC 8707 §2).</summary>
internal static class ResourceUri
{
    private const int MaxLength = 256;

    /// <summary>
    /// The form by which two spellings of one identifier are known to be one (RFC 3986 §6.2.2 and §6.2.3): clients write
    /// <c>https://api.example/</c> for <c>https://api.example</c>. Null where it is no absolute URI, or has a fragment.
    /// </summary>
    public static string? Normalized(string text) =>
        text.Length is > 0 and <= MaxLength && text.All(c => c is > ' ' and <= '~' and not '\\') && !text.Contains('#', StringComparison.Ordinal)
        && Uri.TryCreate(text, UriKind.Absolute, out var uri) && text.StartsWith($"{uri.Scheme}:", StringComparison.OrdinalIgnoreCase)
            ? uri.AbsoluteUri
            : null;

    /// <summary>Whether it may be an interface's: with others of its length it has room in a session, however it is escaped.</summary>
    public static bool IsIdentifier(string text) => Normalized(text) is not null && JsonEncodedText.Encode(text).EncodedUtf8Bytes.Length <= MaxLength;
}
