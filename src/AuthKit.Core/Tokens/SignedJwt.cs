using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AuthKit.Tokens;

/// <summary>Reading of signed tokens in compact form (RFC 7515 §3.1), ours and clients'.</summary>
internal static class SignedJwt
{
    // A five-part token would be encrypted to us, and nobody has a key to do that (RFC 8725 §3.1).
    private const int Dots = 2;
    private const int MaxLength = 16 * 1024;

    /// <summary>The token, its signature not looked at; null where it is none, or has extensions.</summary>
    public static JsonWebToken? Read(JsonWebTokenHandler handler, string token)
    {
        if (token.Length > MaxLength || token.Count(c => c == '.') != Dots || !handler.CanReadToken(token))
            return null;
        try
        {
            var read = new JsonWebToken(token);
            // RFC 7515 §4.1.11: what has to be understood is not.
            return read.TryGetHeaderValue<object>("crit", out _) ? null : read;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The token, where it is as the parameters have it; null otherwise.</summary>
    public static async ValueTask<JsonWebToken?> ValidateAsync(JsonWebTokenHandler handler, string token, TokenValidationParameters parameters, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var result = await handler.ValidateTokenAsync(token, parameters);
        // RFC 7519 §7.2: what is signed is a JSON object; handlers of some versions pass nothing at all.
        return result is { IsValid: true, SecurityToken: JsonWebToken { EncodedPayload.Length: > 0 } validated } ? validated : null;
    }
}
