using AuthKit.Events;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.ApiKeys;

/// <summary>The keys of the account that a caller has shown to own, and what several flows do with one.</summary>
internal sealed class OwnApiKeys(ApiKeyFields fields, IEvents events, IOptions<AuthKitOptions> options)
{
    private string Prefix => options.Value.ApiKeys.Prefix;

    /// <summary>One that counts, or has expired, by its id; null where the account has none.</summary>
    public static async Task<ApiKey?> FindAsync(FeatureAccount account, string? id, CancellationToken cancellationToken) =>
        Guid.TryParse(id, out var known) && await account.Account.Database.ApiKeys.FindAsync(account.User.Id, known, cancellationToken) is { } key && account.User.IsOfCredentials(key.CredentialVersion)
            ? key
            : null;

    public ApiKeyDescription Describe(ApiKey key) => ApiKeyDescription.Of(key, Prefix, fields.EffectiveScope(key));

    /// <summary>A key with its secret, which is shown once.</summary>
    public IssuedApiKey Issue(FeatureAccount account, ApiKey key, byte[] secret) =>
        new(ApiKeyText.Encode(Prefix, new OpaqueToken(account.Tenant, key.Handle, secret)), Describe(key)) { FormerUntil = key.FormerUntil };

    /// <summary>Raises what an owner has done.</summary>
    public ValueTask RaiseAsync(FlowContext context, FeatureAccount account, AuthEvent done, CancellationToken cancellationToken) =>
        events.RaiseAsync(context, done with { UserId = account.User.Id, Tenant = account.Tenant, SessionId = account.Caller!.SessionId, ClientId = account.Caller.ClientId }, cancellationToken);
}
