namespace AuthKit.Features.ExternalSchemes;

/// <summary>Where a browser may be sent back to with a code.</summary>
internal static class ReturnAddress
{
    private const int MaxLength = 2048;

    /// <summary>Whether a host may list an address: as redirect addresses of clients are (RFC 6749 §3.1.2, RFC 8252 §7).</summary>
    public static bool IsAcceptable(string address)
    {
        if (address.Length > MaxLength || address.Any(static c => c is <= ' ' or > '~' or '\\' or '"' or '<' or '>' or '*' or '#')
            || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0)
            return false;
        return uri.Scheme switch
        {
            "https" => uri.Host.Length > 0,
            "http" => uri.IsLoopback,
            // No scheme that a browser runs has a dot.
            _ => uri.Scheme.Contains('.', StringComparison.Ordinal),
        };
    }
}
