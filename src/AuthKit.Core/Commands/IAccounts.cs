using AuthKit.Databases;
using AuthKit.Records;
using AuthKit.Users;

namespace AuthKit;

/// <summary>How a flow of a feature's gets at accounts.</summary>
public interface IAccounts
{
    /// <summary>
    /// The caller's own account, the flow's to dispose of, for what users do with their account as a whole. <see cref="Fault.MissingToken"/>,
    /// <see cref="Fault.InvalidToken"/> (the session has ended, past any cache), <see cref="Fault.InsufficientScope"/> for somebody else's client,
    /// <see cref="Fault.NotFound"/> where the account is gone.
    /// </summary>
    /// <param name="accessToken">The caller's access token.</param>
    /// <param name="context">How the request came.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Outcome<OwnAccount>> FindOwnAsync(string? accessToken, FlowContext context, CancellationToken cancellationToken);

    /// <summary>An account by its id, the flow's to dispose of; null where there is none.</summary>
    /// <param name="tenant">Where it lives; <see cref="Tenants.Tenant.Home"/> for the home database.</param>
    /// <param name="userId">Its id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Account?> FindAsync(string tenant, Guid userId, CancellationToken cancellationToken);

    /// <summary>The rows of the home database, for what belongs to no account.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    ValueTask<IRecords> GetHomeAsync(CancellationToken cancellationToken);
}

/// <summary>The account of whoever calls.</summary>
/// <param name="Account">It.</param>
/// <param name="Caller">Who calls.</param>
public sealed record OwnAccount(Account Account, Tokens.Caller Caller) : IAsyncDisposable
{
    /// <summary>Ends the use of the account's database.</summary>
    public ValueTask DisposeAsync() => Account.DisposeAsync();
}

internal sealed class FlowAccounts(Callers callers, Accounts accounts, HomeDatabase home) : IAccounts
{
    public async Task<Outcome<OwnAccount>> FindOwnAsync(string? accessToken, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await callers.AuthenticateOwnAsync(accessToken, context, cancellationToken)).Succeeded(out var caller, out var failure))
            return failure;
        if (await accounts.FindAsync(caller, cancellationToken) is not { } account)
            return Fault.NotFound;
        if (await callers.StillCountsAsync(caller, account, cancellationToken))
            return new OwnAccount(account, caller);
        await account.DisposeAsync();
        return Fault.InvalidToken;
    }

    public Task<Account?> FindAsync(string tenant, Guid userId, CancellationToken cancellationToken) => accounts.FindAsync(tenant, userId, cancellationToken);

    public async ValueTask<IRecords> GetHomeAsync(CancellationToken cancellationToken) => (await home.GetAsync(cancellationToken)).Port(static records => records);
}
