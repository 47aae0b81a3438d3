using AuthKit.Databases;
using AuthKit.Records;
using AuthKit.SignIns;
using AuthKit.Users;

namespace AuthKit.Features;

internal sealed class FeatureAccounts(Callers callers, Accounts accounts, RecentProofs proofs, HomeDatabase home) : IFeatureAccounts
{
    public Task<Outcome<FeatureAccount>> OfTokenAsync(string? accessToken, FlowContext context, CancellationToken cancellationToken) =>
        OfTokenAsync(accessToken, context, recentProof: false, cancellationToken);

    public async Task<Outcome<FeatureAccount>> OfTokenAsync(string? accessToken, FlowContext context, bool recentProof, CancellationToken cancellationToken)
    {
        if (!(await callers.AuthenticateOwnAsync(accessToken, context, cancellationToken)).Succeeded(out var caller, out var failure))
            return failure;
        if (await accounts.FindAsync(caller, cancellationToken) is not { } account)
            return Fault.InvalidToken;
        FeatureAccount? opened = null;
        try
        {
            if (recentProof && await proofs.ObjectionAsync(caller, account, cancellationToken) is { } objection)
                return objection;
            if (!recentProof && !await callers.StillCountsAsync(caller, account, cancellationToken))
                return Fault.InvalidToken;
            return opened = new FeatureAccount(account, caller);
        }
        finally
        {
            if (opened is null)
                await account.DisposeAsync();
        }
    }

    public async Task<FeatureAccount?> FindAsync(string tenant, Guid userId, CancellationToken cancellationToken) =>
        await accounts.FindAsync(tenant, userId, cancellationToken) is { } account ? new(account, caller: null) : null;

    public async ValueTask<IRecords> GetHomeAsync(CancellationToken cancellationToken) =>
        (await home.GetAsync(cancellationToken)).Port<IRecords>(static records => records);
}
