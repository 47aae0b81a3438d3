using AuthKit.Events;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.ApiKeys;

/// <summary>Makes a key that calls for the caller's account.</summary>
/// <param name="AccessToken">The caller's access token, with a recent proof of who they are.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Scopes">What it can do, of <see cref="ApiKeyOptions.Scopes"/>.</param>
/// <param name="ExpiresIn">For how long it is good, in seconds; null for as long as can be.</param>
public sealed record CreateApiKey(string? AccessToken, string? Name, IReadOnlyList<string>? Scopes, long? ExpiresIn) : Command;

internal sealed class CreateApiKeyFlow(IFeatureAccounts accounts, ApiKeyFields fields, OwnApiKeys own, IOptions<AuthKitOptions> options, TimeProvider time) : IFlow<CreateApiKey, IssuedApiKey>
{
    public async Task<Outcome<IssuedApiKey>> RunAsync(CreateApiKey command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, recentProof: true, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        BrokenRule?[] broken = [ApiKeyFields.Name(command.Name), fields.Scope(command.Scopes), fields.ExpiresIn(command.ExpiresIn)];
        if (broken.Any(static rule => rule is not null))
            return new Failure(Fault.Invalid, [.. broken.OfType<BrokenRule>()]);
        var (now, secret) = (time.GetUtcNow(), TokenSecret.New());
        var wanted = new ApiKey
        {
            Id = Guid.CreateVersion7(now),
            UserId = account.User.Id,
            Slot = 0,
            Name = command.Name!.Trim(),
            Handle = OpaqueToken.NewHandle(),
            SecretHash = TokenSecret.Hash(secret),
            Scope = Tokens.Scopes.Join(command.Scopes!.Distinct(StringComparer.Ordinal)),
            CredentialVersion = account.User.CredentialVersion,
            CreatedAt = now,
            ExpiresAt = fields.EndOf(command.ExpiresIn, now),
        };
        if (await AddAsync(account, wanted, now, cancellationToken) is not { } key)
            return ApiKeyFaults.TooMany;
        await own.RaiseAsync(context, account, new ApiKeyCreated(key.Id), cancellationToken);
        return own.Issue(account, key, secret);
    }

    /// <summary>Adds a key in any slot that is free, or that a key which has ended makes free: the store refuses two in one, so that no race exceeds the limit.</summary>
    private async Task<ApiKey?> AddAsync(FeatureAccount account, ApiKey wanted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (keys, most) = (account.Account.Database.ApiKeys, options.Value.ApiKeys.MaxPerAccount);
        var there = await keys.ListAsync(account.User.Id, cancellationToken);
        foreach (var ended in there.Count < most ? [] : there.Where(key => key.IsExpired(now) || !account.User.IsOfCredentials(key.CredentialVersion)).ToArray())
        {
            await keys.RemoveAsync(ended, cancellationToken);
            there.Remove(ended);
        }

        // Those that stand count wherever they are: the limit may have been lowered.
        for (var (slot, count) = (0, there.Count); slot < most && count < most; slot++)
        {
            if (there.Exists(key => key.Slot == slot))
                continue;
            var key = wanted with { Slot = slot };
            if (await keys.AddAsync(key, cancellationToken))
                return key;
            count++;
        }

        return null;
    }
}

public static partial class ApiKeyFlows
{
    /// <summary>Makes a key that calls for the caller's account.</summary>
    public static Flow<CreateApiKey, IssuedApiKey> Create { get; } = Flow<CreateApiKey, IssuedApiKey>.Of<CreateApiKeyFlow>(fails: [Fault.InsufficientScope, Fault.ProofRequired, ApiKeyFaults.TooMany]);
}
