using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Clients.Documents;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AuthKit.AuthorizationServer.Requests;

/// <summary>Authorization requests that their client has signed (RFC 9101), by value.</summary>
internal sealed class RequestObjects(ClientKeySets keySets, IOptions<AuthKitOptions> options, TimeProvider time)
{
    private readonly JsonWebTokenHandler _handler = new();

    /// <summary>
    /// The parameters that count: those of the object where one was sent, and of nothing beside it (§6.3). A client without keys cannot
    /// have signed any, and gets <see cref="Fault.RequestNotSupported"/>.
    /// </summary>
    /// <param name="sent">The request as it was sent.</param>
    /// <param name="client">Its client.</param>
    /// <param name="hasBegun">Whether somebody has signed in for it, or consented: an object may expire meanwhile, as long as one that was pushed would last.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Outcome<AuthorizationParameters>> ReadAsync(AuthorizationParameters sent, Client client, bool hasBegun, CancellationToken cancellationToken)
    {
        if (sent.RequestObject is not { } text)
            return sent;
        if (client is { Jwks: null, JwksUri: null })
            return Fault.RequestNotSupported;
        return SignedJwt.Read(_handler, text) is { } read && await VerifyAsync(read, text, client, cancellationToken) is { } claims && IsFrom(claims, client, hasBegun ? options.Value.OAuth.PushedRequestLifetime : TimeSpan.Zero)
            ? AuthorizationRequestReader.Of(claims.Parameter, claims.Parameters) with { HasDuplicates = sent.HasDuplicates, IsSigned = true }
            : Fault.InvalidRequestObject;
    }

    private async ValueTask<AssertionClaims?> VerifyAsync(JsonWebToken unverified, string text, Client client, CancellationToken cancellationToken)
    {
        if (!(AssertionClaims.IsRequestObject(unverified) || IsOfNoType(unverified)) || await keySets.VerifyingAsync(client, unverified.Kid, cancellationToken) is not { Count: > 0 } keys)
            return null;
        var parameters = new TokenValidationParameters
        {
            ValidAlgorithms = client.RequestObjectAlgorithm is { } only ? [only] : ClientAuthenticationMethods.AssertionAlgorithms,
            ValidIssuer = client.Id,
            ValidAudience = options.Value.Issuer,
            IssuerSigningKeys = keys,
            // The cache that all keys of a process share disposes of signature providers while they are in use.
            CryptoProviderFactory = new() { CacheSignatureProviders = false },
            RequireSignedTokens = true,
            ValidateIssuerSigningKey = true,
            ValidateLifetime = false,
        };
        return await SignedJwt.ValidateAsync(_handler, text, parameters, cancellationToken) is { } token ? AssertionClaims.Of(token) : null;
    }

    // Clients that are older than the standard sign objects of OpenID Connect Core 1.0 §6.1, which names no type.
    private static bool IsOfNoType(JsonWebToken token) => !token.TryGetHeaderValue<object>("typ", out _) || string.Equals(token.Typ, "JWT", StringComparison.OrdinalIgnoreCase);

    private bool IsFrom(AssertionClaims claims, Client client, TimeSpan grace) =>
        claims.Issuer == client.Id
        && claims.Audience == options.Value.Issuer
        && claims.IsTimely(time.GetUtcNow(), grace)
        && claims.Parameter("client_id") == client.Id
        // What the client proves itself by is no request of it (§10.8).
        && claims.Subject != client.Id
        // An object has no other in it (§4).
        && claims.Parameter("request") is null
        && claims.Parameter("request_uri") is null;
}
