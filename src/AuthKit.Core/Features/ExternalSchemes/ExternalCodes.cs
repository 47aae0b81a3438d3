using AuthKit.AuthorizationServer.Requests;
using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.External;
using AuthKit.Grants;
using AuthKit.Tenants;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>
/// Codes by which an identity comes from the browser, where the provider's handler has checked it, to whoever began the sign-in: good once,
/// for a minute, and for nobody without the verifier (RFC 7636). No token is ever in an address.
/// </summary>
internal sealed class ExternalCodes(HomeDatabase home, OneTimeSecrets secrets, IEvents events, IOptions<AuthKitOptions> options, TimeProvider time)
{
    public async Task<string> IssueAsync(ExternalIdentity identity, string codeChallenge, CancellationToken cancellationToken)
    {
        await using var database = await home.GetAsync(cancellationToken);
        var token = OneTimeSecrets.NewToken(Tenant.Home);
        await secrets.AddAsync(database, new(GrantKind.ExternalCode, GrantKey.Of(token), time.GetUtcNow() + options.Value.External.CodeLifetime)
        {
            Data = GrantData.Write(KeptIdentity.Of(identity, codeChallenge)),
        }, cancellationToken);
        return token.Encode();
    }

    /// <summary>The identity behind a code, which is used up; <see cref="Fault.InvalidGrant"/> where the code is unknown, expired, used, or the verifier another's.</summary>
    public async Task<Outcome<ExternalIdentity>> RedeemAsync(string? code, string? codeVerifier, FlowContext context, CancellationToken cancellationToken)
    {
        BrokenRule[] missing = [.. Missing(code, codeVerifier)];
        if (missing.Length > 0)
            return new Failure(Fault.Invalid, missing);
        await using var database = await home.GetAsync(cancellationToken);
        if (!OpaqueToken.TryParse(code, out var token) || token.Tenant != Tenant.Home
            || await secrets.FindAsync(database, GrantKind.ExternalCode, GrantKey.Of(token), cancellationToken) is not { } grant)
            return await RefuseAsync(TokenRefusals.Invalid, context, cancellationToken);
        var kept = GrantData.Read<KeptIdentity>(grant);
        // A code in other hands than those that began stays good for these.
        if (!Pkce.Fits(codeVerifier, kept.CodeChallenge))
            return await RefuseAsync(TokenRefusals.Unproved, context, cancellationToken);
        return await secrets.ConsumeAsync(database, grant, cancellationToken)
            ? kept.ToIdentity()
            : await RefuseAsync(TokenRefusals.Ended, context, cancellationToken);
    }

    private static IEnumerable<BrokenRule> Missing(string? code, string? codeVerifier)
    {
        if (string.IsNullOrEmpty(code))
            yield return new(Field.Code, Rule.Required);
        if (string.IsNullOrEmpty(codeVerifier))
            yield return new(Field.CodeVerifier, Rule.Required);
    }

    private async Task<Fault> RefuseAsync(string reason, FlowContext context, CancellationToken cancellationToken)
    {
        await events.RaiseAsync(context, new TokenRefused(TokenKinds.ExternalCode, reason), cancellationToken);
        return Fault.InvalidGrant;
    }
}
