using System.Net;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace AuthKit.Http.Reading;

/// <summary>A client's id and secret in the <c>Authorization</c> header, each encoded as in a form (RFC 6749 §2.3.1, RFC 7617 §2).</summary>
internal static class BasicHeader
{
    private const string Scheme = "Basic ";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static (string Id, string Secret)? Read(StringValues header, Action<Fault> refuse)
    {
        if (header.Count > 1)
            refuse(Fault.InvalidClient);
        if (header.Count != 1 || header[0] is not { } value || !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            var pair = StrictUtf8.GetString(Convert.FromBase64String(value[Scheme.Length..].Trim()));
            if (pair.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon)
                return (WebUtility.UrlDecode(pair[..colon]), WebUtility.UrlDecode(pair[(colon + 1)..]));
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            // Said below.
        }

        refuse(Fault.InvalidClient);
        return null;
    }
}
