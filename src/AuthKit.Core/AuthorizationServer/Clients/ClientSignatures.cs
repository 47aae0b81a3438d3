using AuthKit.AuthorizationServer.Clients.Documents;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>Verifies what a client has signed with a key of its own, for this server: its assertions (RFC 7523 §3) and its requests (RFC 9101 §6.2). Its lifetime is the caller's to judge.</summary>
internal sealed class ClientSignatures(ClientKeySets keySets, IOptions<AuthKitOptions> options)
{
    private readonly JsonWebTokenHandler _handler = new();

    /// <summary>The token, its signature not looked at; null where it cannot be read.</summary>
    public JsonWebToken? Read(string text) => SignedJwt.Read(_handler, text);

    /// <summary>The token, where the client signed it, as its issuer and for this server; null otherwise.</summary>
    /// <param name="text">The token.</param>
    /// <param name="client">The client.</param>
    /// <param name="algorithm">The only algorithm that will do; null for any of <see cref="SecurityOffer.ClientAlgorithms"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<JsonWebToken?> VerifyAsync(string text, Client client, string? algorithm, CancellationToken cancellationToken)
    {
        if (Read(text) is not { } unverified || await keySets.VerifyingAsync(client, unverified.Kid, cancellationToken) is not { Count: > 0 } keys)
            return null;
        var parameters = new TokenValidationParameters
        {
            ValidAlgorithms = algorithm is null ? SecurityOffer.Of(options.Value.OAuth.Profile).ClientAlgorithms : [algorithm],
            ValidIssuer = client.Id,
            ValidAudience = options.Value.Issuer,
            IssuerSigningKeys = keys,
            // The cache that all keys of a process share disposes of signature providers while they are in use.
            CryptoProviderFactory = new() { CacheSignatureProviders = false },
            RequireSignedTokens = true,
            ValidateIssuerSigningKey = true,
            ValidateLifetime = false,
        };
        return await SignedJwt.ValidateAsync(_handler, text, parameters, cancellationToken);
    }
}
