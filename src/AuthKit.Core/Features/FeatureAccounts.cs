using AuthKit.Databases;
using AuthKit.Records;
using AuthKit.Users;

namespace AuthKit.Features;

internal sealed class FeatureAccounts(Callers callers, Accounts accounts, HomeDatabase home) : IFeatureAccounts
{
    public async Task<Outcome<FeatureAccount>> OfTokenAsync(string? accessToken, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await callers.AuthenticateOwnAsync(accessToken, context, cancellationToken)).Succeeded(out var caller, out var failure))
            return failure;
        if (await accounts.FindAsync(caller, cancellationToken) is not { } account)
            return Fault.InvalidToken;
        if (await callers.StillCountsAsync(caller, account, cancellationToken))
            return new FeatureAccount(account, caller);
        await account.DisposeAsync();
        return Fault.InvalidToken;
    }

    public async Task<FeatureAccount?> FindAsync(string tenant, Guid userId, CancellationToken cancellationToken) =>
        await accounts.FindAsync(tenant, userId, cancellationToken) is { } account ? new(account, caller: null) : null;

    public async ValueTask<IRecords> GetHomeAsync(CancellationToken cancellationToken) =>
        (await home.GetAsync(cancellationToken)).Port<IRecords>(static records => records);
}
