using AuthKit.Events;
using AuthKit.Tokens;

namespace AuthKit.Features.ApiKeys;

/// <summary>Gives a key of the caller's account another secret.</summary>
/// <param name="AccessToken">The caller's access token, with a recent proof of who they are.</param>
/// <param name="Id">The key's id.</param>
/// <param name="Overlap">For how long the secret of before is good too, in seconds; null or 0 for not at all. The one before that has ended in any case.</param>
/// <param name="ExpiresIn">For how long the key is good from now on, in seconds; null for as long as it was to be.</param>
public sealed record RotateApiKey(string? AccessToken, string? Id, long? Overlap, long? ExpiresIn) : Command;

internal sealed class RotateApiKeyFlow(IFeatureAccounts accounts, ApiKeyFields fields, OwnApiKeys own, LiveApiKeys live, TimeProvider time) : IFlow<RotateApiKey, IssuedApiKey>
{
    /// <summary>For how long a secret that was just given out is not replaced: a rotation that was sent twice would take from the first what it has got.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public async Task<Outcome<IssuedApiKey>> RunAsync(RotateApiKey command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, recentProof: true, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        BrokenRule?[] broken = [fields.Overlap(command.Overlap), fields.ExpiresIn(command.ExpiresIn)];
        if (broken.Any(static rule => rule is not null))
            return new Failure(Fault.Invalid, [.. broken.OfType<BrokenRule>()]);
        if (await OwnApiKeys.FindAsync(account, command.Id, cancellationToken) is not { } key)
            return ApiKeyFaults.NotFound;
        var (now, secret) = (time.GetUtcNow(), TokenSecret.New());
        // A new secret does not bring back what has ended, unless that is asked for.
        if (key.IsExpired(now) && command.ExpiresIn is null)
            return ApiKeyFields.ExpiresInMissing;
        if (key.RotatedAt is { } last && (now - last).Duration() < Pause)
            return ApiKeyFaults.RotatedAlready;
        var rotated = key with
        {
            SecretHash = TokenSecret.Hash(secret),
            FormerSecretHash = command.Overlap > 0 ? key.SecretHash : null,
            FormerUntil = command.Overlap is > 0 ? now + TimeSpan.FromSeconds(command.Overlap.Value) : null,
            ExpiresAt = command.ExpiresIn is null ? key.ExpiresAt : fields.EndOf(command.ExpiresIn, now),
            RotatedAt = now,
        };
        if (!await account.Account.Database.ApiKeys.RotateAsync(key, rotated, cancellationToken))
            return ApiKeyFaults.RotatedAlready;
        live.Forget(account.Tenant, key);
        await own.RaiseAsync(context, account, new ApiKeyRotated(key.Id), cancellationToken);
        return own.Issue(account, rotated, secret);
    }
}

public static partial class ApiKeyFlows
{
    /// <summary>Gives a key of the caller's account another secret.</summary>
    public static Flow<RotateApiKey, IssuedApiKey> Rotate { get; } = Flow<RotateApiKey, IssuedApiKey>.Of<RotateApiKeyFlow>(fails: [Fault.InsufficientScope, Fault.ProofRequired, ApiKeyFaults.NotFound, ApiKeyFaults.RotatedAlready]);
}
