using AuthKit.Events;
using AuthKit.SignIns;
using AuthKit.Tenants;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.Administration;

/// <summary>
/// Lets administrators in: accounts of the home database that have the role now, with a token of the host's own client that nobody acts by
/// for them. What the token says of roles is not asked.
/// </summary>
internal sealed class Administrators(IFeatureAccounts accounts, RecentProofs proofs, TenantRegistry tenants, IEvents events, IOptions<AuthKitOptions> options)
{
    private AdministrationOptions Options => options.Value.Administration;

    /// <summary>Shows something.</summary>
    public async Task<Outcome<T>> ShowAsync<T>(string? accessToken, string? tenant, FlowContext context, Func<Administrator, Task<Outcome<T>>> show, CancellationToken cancellationToken) where T : notnull
    {
        if (!(await OpenAsync(accessToken, tenant, context, cancellationToken)).Succeeded(out var administrator, out var failure))
            return failure;
        await using (administrator)
            return await show(administrator);
    }

    /// <summary>Shows something of an account.</summary>
    public Task<Outcome<T>> ShowAsync<T>(AccountReference account, FlowContext context, Func<Administrator, Guid, Task<Outcome<T>>> show, CancellationToken cancellationToken) where T : notnull =>
        ShowAsync<T>(account.AccessToken, account.Tenant, context, async administrator => Guid.TryParse(account.UserId, out var id) ? await show(administrator, id) : Fault.NotFound, cancellationToken);

    /// <summary>Changes something, and tells that it was done, and by whom.</summary>
    /// <param name="accessToken">Whose token it is.</param>
    /// <param name="tenant">Where the account lives.</param>
    /// <param name="action">What is done, as <see cref="AccountAdministered"/> tells it.</param>
    /// <param name="context">How the request came.</param>
    /// <param name="change">Does it.</param>
    /// <param name="of">The account, from what came of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Outcome<T>> ChangeAsync<T>(string? accessToken, string? tenant, string action, FlowContext context, Func<Administrator, Task<Outcome<T>>> change, Func<T, Guid> of, CancellationToken cancellationToken) where T : notnull =>
        ShowAsync<T>(
            accessToken,
            tenant,
            context,
            async administrator =>
            {
                if (Options.RequireRecentProof && await proofs.ObjectionAsync(administrator.Account.Caller!, administrator.Account.Account, cancellationToken) is { } objection)
                    return objection;
                var outcome = await change(administrator);
                if (outcome.Succeeded(out var done, out _))
                    await events.RaiseAsync(context, new AccountAdministered(action, administrator.Id) { UserId = of(done), Tenant = administrator.Tenant, ClientId = administrator.Account.Caller!.ClientId }, cancellationToken);
                return outcome;
            },
            cancellationToken);

    /// <summary>Changes something of an account.</summary>
    public Task<Outcome<T>> ChangeAsync<T>(AccountReference account, string action, FlowContext context, Func<Administrator, Guid, Task<Outcome<T>>> change, CancellationToken cancellationToken) where T : notnull =>
        ChangeAsync<T>(
            account.AccessToken,
            account.Tenant,
            action,
            context,
            async administrator => Guid.TryParse(account.UserId, out var id) ? await change(administrator, id) : Fault.NotFound,
            _ => Guid.Parse(account.UserId!),
            cancellationToken);

    private async Task<Outcome<Administrator>> OpenAsync(string? accessToken, string? tenant, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(accessToken, context, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        Administrator? administrator = null;
        try
        {
            if (account.Tenant != Tenant.Home || account.Caller is not { Actor: null } || !Options.IsHeldBy(account.User))
                return AdministrationFaults.AdministratorsOnly;
            var of = string.IsNullOrEmpty(tenant) ? Tenant.Home : tenant;
            if (!tenants.IsOwn(of))
                return Failure.Of(AdministrationField.Tenant, Rule.Unknown);
            // Of tenants' accounts as well: an alias may stand for the home database.
            return administrator = new(account, of, new AdministratorGuard(account, Options).ObjectionAsync);
        }
        finally
        {
            if (administrator is null)
                await account.DisposeAsync();
        }
    }
}

/// <summary>The account that is meant, and whoever means it.</summary>
internal readonly record struct AccountReference(string? AccessToken, string? UserId, string? Tenant)
{
    public override string ToString() => nameof(AccountReference);
}
