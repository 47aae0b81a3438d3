using AuthKit.AuthorizationServer.Clients;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AuthKit.AuthorizationServer.Requests;

/// <summary>Authorization requests that their client has signed (RFC 9101), by value.</summary>
internal sealed class RequestObjects(ClientSignatures signatures, IOptions<AuthKitOptions> options, TimeProvider time)
{
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
        return await VerifyAsync(text, client, cancellationToken) is { } claims && IsFrom(claims, client, hasBegun ? options.Value.OAuth.PushedRequestLifetime : TimeSpan.Zero)
            ? AuthorizationRequestReader.Of(claims.Parameter, claims.Parameters) with { HasDuplicates = sent.HasDuplicates, IsSigned = true }
            : Fault.InvalidRequestObject;
    }

    private async ValueTask<AssertionClaims?> VerifyAsync(string text, Client client, CancellationToken cancellationToken) =>
        await signatures.VerifyAsync(text, client, client.RequestObjectAlgorithm, cancellationToken) is { } token && (AssertionClaims.IsRequestObject(token) || IsOfNoType(token))
            ? AssertionClaims.Of(token)
            : null;

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
