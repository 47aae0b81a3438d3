namespace AuthKit.Import.ForeignHashes;

/// <summary>Base64 (RFC 4648 §4 and §5), with padding or without.</summary>
internal static class Base64
{
    /// <summary>The bytes; null where the text is none.</summary>
    public static byte[]? Read(string text)
    {
        var padded = text.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        padded = padded.PadRight((padded.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out var length) ? bytes[..length] : null;
    }

    /// <summary>The text, without padding.</summary>
    public static string Write(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');
}
