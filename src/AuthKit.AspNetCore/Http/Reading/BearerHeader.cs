using Microsoft.Extensions.Primitives;

namespace AuthKit.Http.Reading;

/// <summary>The <c>Authorization</c> header (RFC 6750 §2.1). Browsers send it empty, and clients that have signed nobody in yet send the scheme alone.</summary>
internal static class BearerHeader
{
    private const string Scheme = "Bearer";

    public static string? Read(StringValues header, Action<Fault> refuse)
    {
        if (header.Count > 1)
            refuse(Fault.InvalidToken);
        var value = header.Count == 1 ? header[0]!.AsSpan().Trim() : default;
        if (!value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || value.Length <= Scheme.Length || value[Scheme.Length] != ' ')
            return null;
        return value[Scheme.Length..].Trim().ToString();
    }
}
