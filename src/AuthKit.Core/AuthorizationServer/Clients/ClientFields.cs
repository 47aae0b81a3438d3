using AuthKit.Tokens;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>The rules of a client's fields.</summary>
internal static class ClientFields
{
    public const int MaxId = 256;
    public const int LeastSecret = 8;
    public const int MaxSecret = 1024;

    /// <summary>RFC 6749 appendix A.1: visible ASCII.</summary>
    public static bool IsId(string id) => id.Length is > 0 and <= MaxId && id.All(c => c is > ' ' and <= '~');

    /// <summary>RFC 6749 appendix A.2: printable ASCII.</summary>
    public static bool IsSecret(string secret) => secret.Length is >= LeastSecret and <= MaxSecret && secret.All(c => c is >= ' ' and <= '~');

    /// <summary>RFC 6749 §3.3, within what a consent can hold.</summary>
    public static bool IsScope(string value) => value.Length is > 0 and <= Scopes.MaxLength && value.All(c => c is '!' or (>= '#' and <= '[') or (>= ']' and <= '~'));
}
