using AuthKit.Databases;
using AuthKit.External;
using AuthKit.SignIns;
using AuthKit.Tenants;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>Makes of an identity a sign-in to the account that it opens: the one way, for tokens and for browsers.</summary>
internal sealed class ExternalSignIns(HomeDatabase home, ExternalAccounts accounts)
{
    /// <summary>The sign-in, whose account is the caller's to dispose of.</summary>
    public async Task<Outcome<ProvedSignIn>> ProveAsync(ExternalIdentity identity, FlowContext context, CancellationToken cancellationToken)
    {
        var database = await home.GetAsync(cancellationToken);
        if ((await accounts.OpenAsync(database, identity, context, cancellationToken)).Succeeded(out var user, out var failure))
            return new ProvedSignIn(new(database, Tenant.Home, user), Methods: []) { Provider = identity.Login.Provider };
        await database.DisposeAsync();
        return failure.Fault == Fault.InvalidExternalToken && identity.VerifiedEmail is null ? ExternalSchemeFaults.AddressMissing : failure;
    }
}
