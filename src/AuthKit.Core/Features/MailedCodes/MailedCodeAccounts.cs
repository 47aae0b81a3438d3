using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Tenants;
using AuthKit.Users;

namespace AuthKit.Features.MailedCodes;

/// <summary>
/// Opens the account that a code was mailed for, or makes it. The code shows that whoever has it reads the account's mail, so that the
/// address is confirmed by it; a password that was set while nobody had shown that may be a stranger's, and goes.
/// </summary>
internal sealed class MailedCodeAccounts(UserDatabases databases, TenantRegistry tenants, CredentialRevocation revocation, IEvents events, TimeProvider time)
{
    /// <summary>The account, the caller's to dispose of; null where it is gone, a credential has changed since, or the address is taken by now.</summary>
    public async Task<Account?> OpenAsync(CodeAccount mailed, FlowContext context, CancellationToken cancellationToken)
    {
        if (!await tenants.KnowsAsync(mailed.Tenant, cancellationToken))
            return null;
        var database = await databases.OfAsync(mailed.Tenant, cancellationToken);
        User? user = null;
        try
        {
            user = mailed.NewEmail is { } email
                ? await CreateAsync(database, mailed.UserId, email, context, cancellationToken)
                : await FindAsync(database, mailed, context, cancellationToken);
            return user is null ? null : new(database, mailed.Tenant, user);
        }
        finally
        {
            if (user is null)
                await database.DisposeAsync();
        }
    }

    private async Task<User?> CreateAsync(DatabaseLease database, Guid id, string email, FlowContext context, CancellationToken cancellationToken)
    {
        var user = new User { Id = id, Email = email, EmailVerified = true, CredentialVersion = 0, CreatedAt = time.GetUtcNow() };
        // Where a domain has two spellings, an account of schema version 3 may have the other one, of which no index knows.
        if ((LoginName.FormsOf(email).Count > 1 && await database.Users.FindByNameAsync(email, cancellationToken) is not null)
            || await database.Users.CreateAsync(user, cancellationToken) is not UserWrite.Done)
            return null;
        await events.RaiseAsync(context, new Registered { UserId = id, Tenant = Tenant.Home, ClientId = context.ClientId }, cancellationToken);
        return user;
    }

    private async Task<User?> FindAsync(DatabaseLease database, CodeAccount mailed, FlowContext context, CancellationToken cancellationToken)
    {
        while (await database.Users.FindByIdAsync(mailed.UserId, cancellationToken) is { } user && (user.CredentialVersion ?? 0) == mailed.CredentialVersion)
        {
            if (user.EmailVerified)
                return user;
            var proved = user with { EmailVerified = true, PasswordHash = null, CredentialVersion = user.CredentialVersion + 1 };
            var written = await database.Users.UpdateAsync(proved, cancellationToken);
            // Whoever writes in between, the next look finds.
            if (written is UserWrite.Stale)
                continue;
            if (written is not UserWrite.Done)
                return null;
            await events.RaiseAsync(context, new EmailAddressConfirmed { UserId = proved.Id, Tenant = mailed.Tenant, ClientId = context.ClientId }, cancellationToken);
            await revocation.RevokeAsync(database, mailed.Tenant, proved, except: null, cancellationToken);
            return proved;
        }

        return null;
    }
}
