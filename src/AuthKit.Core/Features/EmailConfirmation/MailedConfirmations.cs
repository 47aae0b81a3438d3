using AuthKit.Databases;
using AuthKit.Grants;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;

namespace AuthKit.Features.EmailConfirmation;

/// <summary>What a mailed link stands for, and the account as it is now. The database stays open until it is disposed of.</summary>
/// <param name="Grant">The link's grant.</param>
/// <param name="Change">The change that waits; null where the account's own address is to be confirmed.</param>
/// <param name="Account">The account.</param>
internal sealed record MailedQuestion(Grant Grant, MailedChange? Change, Account Account) : IAsyncDisposable
{
    /// <summary>The address that the link was mailed to.</summary>
    public string Email => Change?.Email ?? Account.User.Email;

    public ValueTask DisposeAsync() => Account.DisposeAsync();
}

/// <summary>Finds what the links of e-mail confirmation stand for.</summary>
internal sealed class MailedConfirmations(UserDatabases databases, TenantRegistry tenants, OneTimeSecrets secrets)
{
    /// <summary>Null where the token is unknown, expired, used or void.</summary>
    public async Task<MailedQuestion?> FindAsync(string? mailed, CancellationToken cancellationToken)
    {
        if (!OpaqueToken.TryParse(mailed, out var token) || !await tenants.KnowsAsync(token.Tenant, cancellationToken))
            return null;
        var database = await databases.OfAsync(token.Tenant, cancellationToken);
        MailedQuestion? found = null;
        try
        {
            return found = await FindAsync(database, token, cancellationToken);
        }
        finally
        {
            if (found is null)
                await database.DisposeAsync();
        }
    }

    /// <summary>Whether the change that waits fits the account still.</summary>
    public static bool Fits(MailedChange change, User user) => user.Email == change.Former && (user.CredentialVersion ?? 0) == change.CredentialVersion;

    private async Task<MailedQuestion?> FindAsync(DatabaseLease database, OpaqueToken token, CancellationToken cancellationToken)
    {
        var key = GrantKey.Of(token);
        var grant = await secrets.FindOpenAsync(database, GrantKind.EmailConfirmation, key, cancellationToken) ?? await secrets.FindOpenAsync(database, GrantKind.EmailChange, key, cancellationToken);
        if (grant is null || await database.Users.FindByIdAsync(grant.UserId, cancellationToken) is not { } user)
            return null;
        var account = new Account(database, token.Tenant, user);
        if (grant.Kind is GrantKind.EmailConfirmation)
            return GrantData.Read<MailedConfirmation>(grant).Email == user.Email ? new(grant, Change: null, account) : null;
        var change = GrantData.Read<MailedChange>(grant);
        return Fits(change, user) ? new(grant, change, account) : null;
    }
}
