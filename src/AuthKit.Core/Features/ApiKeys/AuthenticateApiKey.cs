using AuthKit.Events;
using AuthKit.Tenants;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.ApiKeys;

/// <summary>Tells for whom a program calls, from a key alone.</summary>
/// <param name="Key">The key as it was sent.</param>
public sealed record AuthenticateApiKey(string? Key) : Command;

/// <summary>For whom a key speaks.</summary>
/// <param name="UserId">The account.</param>
/// <param name="KeyId">The key.</param>
/// <param name="Tenant">Where the account lives; <see cref="Tenants.Tenant.Home"/> for the home database.</param>
/// <param name="Scope">What the key can do, values separated by spaces.</param>
public sealed record ApiKeyCaller(Guid UserId, Guid KeyId, string Tenant, string Scope)
{
    /// <summary>What the host knows the account by (<see cref="Caller.AccountSubject"/>).</summary>
    public string Subject { get; init; } = UserId.ToString();

    /// <summary>When the key ends; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}

internal sealed class AuthenticateApiKeyFlow(LiveApiKeys live, TenantRegistry tenants, IEvents events, IOptions<AuthKitOptions> options) : IFlow<AuthenticateApiKey, ApiKeyCaller>
{
    public async Task<Outcome<ApiKeyCaller>> RunAsync(AuthenticateApiKey command, FlowContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(command.Key))
            return Fault.MissingToken;
        // A tenant that there is not is found out without a database, as a text that is no key is.
        if (!ApiKeyText.TryParse(options.Value.ApiKeys.Prefix, command.Key, out var token) || !await tenants.KnowsAsync(token.Tenant, cancellationToken))
            return await RefuseAsync(Fault.InvalidToken, TokenRefusals.Invalid, null, null, context, cancellationToken);
        if (context.TenantHint is { } hint && hint != token.Tenant)
            return await RefuseAsync(Fault.InvalidToken, TokenRefusals.OtherTenant, null, token.Tenant, context, cancellationToken);
        var (key, caller) = await live.FindAsync(token, cancellationToken);
        if (key is null)
            return await RefuseAsync(Fault.InvalidToken, TokenRefusals.Invalid, null, null, context, cancellationToken);
        return caller is not null ? caller : await RefuseAsync(ApiKeyFaults.Ended, TokenRefusals.Ended, key.UserId, token.Tenant, context, cancellationToken);
    }

    private async Task<Outcome<ApiKeyCaller>> RefuseAsync(Fault fault, string reason, Guid? userId, string? tenant, FlowContext context, CancellationToken cancellationToken)
    {
        await events.RaiseAsync(context, new TokenRefused(TokenKinds.ApiKey, reason) { UserId = userId, Tenant = tenant }, cancellationToken);
        return fault;
    }
}

public static partial class ApiKeyFlows
{
    /// <summary>Tells for whom a program calls, from a key alone.</summary>
    public static Flow<AuthenticateApiKey, ApiKeyCaller> Authenticate { get; } = Flow<AuthenticateApiKey, ApiKeyCaller>.Of<AuthenticateApiKeyFlow>(fails: [ApiKeyFaults.Ended]);
}
