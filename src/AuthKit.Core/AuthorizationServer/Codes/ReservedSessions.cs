using System.Security.Cryptography;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Databases;
using AuthKit.Tokens;
using AuthKit.Users;

namespace AuthKit.AuthorizationServer.Codes;

/// <summary>Starts the session which was reserved with a code.</summary>
internal sealed class ReservedSessions(SessionIssuer issuer)
{
    /// <summary>HKDF-SHA256 (RFC 5869) of the code's own: what the database holds does not start a session, and a code is no refresh token.</summary>
    public static byte[] Secret(OpaqueToken code) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, code.Secret, TokenSecret.Bytes, code.Handle, "AuthKit session of a code"u8.ToArray());

    /// <summary>The session's first tokens, or <see cref="Fault.InvalidGrant"/> where it has been started, revoked, has expired, or what it was born of no longer stands.</summary>
    public async Task<Outcome<TokenPair>> StartAsync(DatabaseLease database, byte[] handle, OpaqueToken code, Client client, TokenKey key, TokenDetails details, CancellationToken cancellationToken)
    {
        var mayRefresh = ScopePolicy.MayRefresh(client);
        var (start, secret) = issuer.StartOf(handle, client.Id, Secret(code), mayRefresh, key.Refresh);
        var ((started, session), isBound, account) = await database.RotateAsync(start, cancellationToken);
        return started && isBound
            ? await issuer.TokensAsync(session!, details with { User = account, Client = client, Confirmation = key.Access, RefreshSecret = mayRefresh ? secret : null }, cancellationToken)
            : Fault.InvalidGrant;
    }
}
