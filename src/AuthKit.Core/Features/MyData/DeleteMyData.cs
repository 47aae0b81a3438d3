using AuthKit.Grants;
using AuthKit.Mail;
using AuthKit.Records;
using AuthKit.Sessions;
using AuthKit.Users;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.MyData;

/// <summary>Has the caller's account erased, with all that belongs to it: at once, or after <see cref="MyDataOptions.GracePeriod"/>. It is shut at once. It takes a recent proof.</summary>
/// <param name="AccessToken">The caller's access token.</param>
public sealed record DeleteMyData(string? AccessToken) : Command;

/// <summary>An account is shut, and is erased.</summary>
/// <param name="EraseAt">When.</param>
public sealed record AccountDeletion(DateTimeOffset EraseAt);

internal sealed class DeleteMyDataFlow(IFeatureAccounts accounts, AccountErasure erasure, Outbox outbox, IServiceScopeFactory scopes, IOptions<AuthKitOptions> options, TimeProvider time, ILogger<DeleteMyDataFlow> logger) : IFlow<DeleteMyData, AccountDeletion>
{
    public async Task<Outcome<AccountDeletion>> RunAsync(DeleteMyData command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, recentProof: true, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        if (await ObjectionAsync(account, cancellationToken) is { } objection)
            return objection;
        // The host may have taken its time.
        if (!await StillStandsAsync(account, cancellationToken))
            return Fault.InvalidToken;
        var grace = options.Value.MyData.GracePeriod;
        // Whatever ends the session that has the proof, and another deletion, comes before this one.
        var version = account.User.CredentialVersion;
        Task<Failure?> GuardAsync(User current, User changed, CancellationToken token) => Task.FromResult(current.EraseAt is null && current.IsOfCredentials(version) ? null : new Failure(Fault.InvalidToken));
        if (!(await erasure.MarkAsync(account.Account, time.GetUtcNow() + grace, GuardAsync, cancellationToken)).Succeeded(out var marked, out var refused))
            return refused.Fault == Fault.NotFound ? Fault.InvalidToken : refused;
        var eraseAt = marked.EraseAt!.Value;
        // From here on it is decided, whoever goes away.
        if (grace > TimeSpan.Zero)
            await TellAsync(account, marked, eraseAt);
        else
            await EraseAsync(account, marked);
        return new AccountDeletion(eraseAt);
    }

    private static async Task<bool> StillStandsAsync(FeatureAccount account, CancellationToken cancellationToken) =>
        await account.Account.Database.Sessions.FindAsync(account.Caller!.SessionId, cancellationToken) is { RevokedAt: null };

    private async Task<Failure?> ObjectionAsync(FeatureAccount account, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var veto in scope.ServiceProvider.GetServices<IAccountDeletionVeto>())
        {
            if (await veto.ObjectionAsync(account.User, account.Tenant, cancellationToken) is { } objection)
                return objection;
        }

        return null;
    }

    private async Task EraseAsync(FeatureAccount account, User marked)
    {
        try
        {
            await erasure.EraseAsync(account.Account with { User = marked }, CancellationToken.None);
        }
        catch (StoreUnavailableException e)
        {
            logger.ErasedLater(marked.Id, e);
        }
    }

    private async Task TellAsync(FeatureAccount account, User marked, DateTimeOffset eraseAt)
    {
        var token = OneTimeSecrets.NewToken(account.Tenant);
        try
        {
            var mail = new DeletionMailData(account.Tenant, marked.Id, DeletionMark.Of(marked), token.Handle, token.Secret, eraseAt);
            await outbox.EnqueueAsync(DeletionMail.Name, mail, eraseAt, CancellationToken.None);
        }
        catch (StoreUnavailableException e)
        {
            logger.NotTold(marked.Id, e);
        }
    }
}

public static partial class MyDataFlows
{
    /// <summary>Has the caller's account erased.</summary>
    public static Flow<DeleteMyData, AccountDeletion> Delete { get; } = Flow<DeleteMyData, AccountDeletion>.Of<DeleteMyDataFlow>(takesCredentials: true, fails: [Fault.ProofRequired]);
}
