using System.Security.Cryptography;
using AuthKit.Tokens;

namespace AuthKit.AuthorizationServer.Codes;

/// <summary>The secret that starts the session which was reserved with a code.</summary>
internal static class ReservedSession
{
    /// <summary>HKDF-SHA256 (RFC 5869) of the code's own: what the database holds does not start a session, and a code is no refresh token.</summary>
    public static byte[] Secret(OpaqueToken code) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, code.Secret, TokenSecret.Bytes, code.Handle, "AuthKit session of a code"u8.ToArray());
}
