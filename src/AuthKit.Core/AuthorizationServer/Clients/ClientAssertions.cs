using System.Security.Cryptography;
using System.Text;
using AuthKit.Databases;
using AuthKit.Grants;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>Client authentication by <c>private_key_jwt</c> (RFC 7523 §3, OpenID Connect Core 1.0 §9).</summary>
internal sealed class ClientAssertions(ClientSignatures signatures, HomeDatabase home, OneTimeSecrets secrets, IOptions<AuthKitOptions> options, TimeProvider time)
{
    /// <summary>The only <c>client_assertion_type</c>.</summary>
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    /// <summary>Whom an assertion claims to be, not yet proved; null where it cannot be read.</summary>
    public string? Subject(string assertion) => signatures.Read(assertion)?.Subject;

    /// <summary>Whether a client's own key signed the assertion, for this server, not long ago, and nobody has used it before.</summary>
    public async ValueTask<bool> AcceptAsync(Client client, string assertion, CancellationToken cancellationToken)
    {
        return await signatures.VerifyAsync(assertion, client, client.AssertionAlgorithm, cancellationToken) is { } token
            && token.Subject == client.Id
            && !AssertionClaims.IsRequestObject(token)
            && AssertionClaims.Of(token) is { Id: { } id } claims
            && claims.Audience == options.Value.Issuer
            && claims.IsTimely(time.GetUtcNow())
            && await UseUpAsync(client.Id, id, token.ValidTo, cancellationToken);
    }

    /// <summary>The store's primary key decides who was first.</summary>
    private async Task<bool> UseUpAsync(string clientId, string id, DateTime validTo, CancellationToken cancellationToken)
    {
        var key = GrantKey.Of(SHA256.HashData(Encoding.UTF8.GetBytes($"{clientId}\n{id}")));
        var used = new NewGrant(GrantKind.ClientAssertion, key, new DateTimeOffset(validTo, TimeSpan.Zero) + ClockSkew) { ClientId = clientId };
        return await secrets.AddAsync(await home.GetAsync(cancellationToken), used, cancellationToken);
    }
}
