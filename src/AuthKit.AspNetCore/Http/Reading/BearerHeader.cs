using Microsoft.Extensions.Primitives;

namespace AuthKit.Http.Reading;

/// <summary>The <c>Authorization</c> header (RFC 6750 §2.1, RFC 9449 §7.1). Browsers send it empty, and clients that have signed nobody in yet send the scheme alone.</summary>
internal static class BearerHeader
{
    private const string Bearer = "Bearer";
    private const string DPoP = "DPoP";

    /// <summary>An access token, by either scheme; whether it may be sent by this one is told by what it is bound to.</summary>
    public static string? Read(StringValues header, Action<Fault> refuse) => Read(header, Bearer, refuse) ?? Read(header, DPoP, static _ => { });

    /// <summary>What is presented by who bears it alone.</summary>
    public static string? ReadBearer(StringValues header, Action<Fault> refuse) => Read(header, Bearer, refuse);

    /// <summary>Whether an access token is sent together with a proof of possession.</summary>
    public static bool IsDPoP(StringValues header) => header.Count == 1 && Has(header[0].AsSpan().Trim(), DPoP);

    private static string? Read(StringValues header, string scheme, Action<Fault> refuse)
    {
        if (header.Count > 1)
            refuse(Fault.InvalidToken);
        var value = header.Count == 1 ? header[0]!.AsSpan().Trim() : default;
        return Has(value, scheme) ? value[scheme.Length..].Trim().ToString() : null;
    }

    private static bool Has(ReadOnlySpan<char> value, string scheme) =>
        value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && value.Length > scheme.Length && value[scheme.Length] == ' ';
}
