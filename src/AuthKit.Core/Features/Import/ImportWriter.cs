using AuthKit.Databases;
using AuthKit.External;
using AuthKit.Records;
using AuthKit.Tenants;
using AuthKit.Users;

namespace AuthKit.Features.Import;

/// <summary>Writes one account, so that it can be done again from wherever it ended: each step either finds what it would write, or writes it.</summary>
internal sealed class ImportWriter(NameDirectory directory, TimeProvider time)
{
    /// <summary>Claims the account by its id in the source, makes it under the id that the claim says, and marks the claim as done.</summary>
    /// <returns>What became of it, and what else was left out of it.</returns>
    public async Task<(ImportResult Result, IReadOnlyList<ImportNote> Notes)> WriteAsync(DatabaseLease database, AccountImport import, CheckedAccount account, CancellationToken cancellationToken)
    {
        var records = database.Port<IRecords>(static records => records);
        var claim = await ClaimAsync(records, import, account, cancellationToken);
        if (claim.TakenAt is not null)
            return (ImportResult.ImportedBefore, []);
        var notes = new List<ImportNote>();
        var user = account.User! with { Id = claim.UserId };
        var written = await CreateAsync(database, import.Tenant, user, cancellationToken);
        if (written is UserWrite.DuplicateUserName && import.DropUnusableUserNames)
        {
            notes.Add(new(account.Line.Number, ImportResult.UserNameDropped, new(Field.UserName, Rule.Taken)));
            written = await CreateAsync(database, import.Tenant, user with { UserName = null }, cancellationToken);
        }

        if (written is not UserWrite.Done)
        {
            await records.DeleteAsync(ImportedTable.Rows, [.. Key(claim), ImportedTable.UserId.Is(claim.UserId), ImportedTable.TakenAt.IsNull], limit: 0, cancellationToken);
            return (written is UserWrite.DuplicateUserName ? ImportResult.UserNameTaken : ImportResult.EmailThere, []);
        }

        foreach (var login in account.Logins)
        {
            if (!await AddAsync(database, import, user, login, cancellationToken))
                notes.Add(new(account.Line.Number, ImportResult.ExternalIdentityDropped));
        }

        await records.UpdateAsync(ImportedTable.Rows, Key(claim), [ImportedTable.TakenAt.To(time.GetUtcNow())], readBy: null, cancellationToken);
        return (ImportResult.Taken, notes);
    }

    /// <summary>What would become of it, by reading alone.</summary>
    public static async Task<(ImportResult Result, IReadOnlyList<ImportNote> Notes)> ForetellAsync(DatabaseLease database, AccountImport import, CheckedAccount account, CancellationToken cancellationToken)
    {
        var records = database.Port<IRecords>(static records => records);
        if (await records.FindAsync(ImportedTable.Rows, [ImportedTable.Source.Is(import.Source), ImportedTable.SourceId.Is(account.Line.Account!.SourceId)], cancellationToken) is { TakenAt: not null })
            return (ImportResult.ImportedBefore, []);
        if (await database.Users.FindByNameAsync(account.User!.Email, cancellationToken) is not null)
            return (ImportResult.EmailThere, []);
        if (account.User.UserName is not { } name || await database.Users.FindByNameAsync(name, cancellationToken) is null)
            return (ImportResult.Taken, []);
        return import.DropUnusableUserNames
            ? (ImportResult.Taken, [new(account.Line.Number, ImportResult.UserNameDropped, new(Field.UserName, Rule.Taken))])
            : (ImportResult.UserNameTaken, []);
    }

    private async Task<ImportedRow> ClaimAsync(IRecords records, AccountImport import, CheckedAccount account, CancellationToken cancellationToken)
    {
        var claim = new ImportedRow(import.Source, account.Line.Account!.SourceId, Guid.CreateVersion7(account.User!.CreatedAt), time.GetUtcNow(), TakenAt: null);
        while (await records.InsertAsync(ImportedTable.Rows, claim, cancellationToken) is not null)
        {
            // Another run may give its claim back in between.
            if (await records.FindAsync(ImportedTable.Rows, Key(claim), cancellationToken) is { } earlier)
                return earlier;
        }

        return claim;
    }

    private async Task<UserWrite> CreateAsync(DatabaseLease database, string tenant, User user, CancellationToken cancellationToken)
    {
        // Where a domain has two spellings, an account of schema version 3 may have the other one, of which no index knows.
        if (LoginName.FormsOf(user.Email).Count > 1 && await database.Users.FindByNameAsync(user.Email, cancellationToken) is { } twin && twin.Id != user.Id)
            return UserWrite.DuplicateEmail;
        // The directory first: an entry without an account is passed over, an account without one could not sign in.
        if (tenant != Tenant.Home)
            await directory.AddAsync([LoginName.Normalize(user.Email), .. user.UserName is { } name ? [LoginName.Normalize(name)] : Array.Empty<string>()], tenant, cancellationToken);
        var written = await database.Users.CreateAsync(user, cancellationToken);
        if (written is UserWrite.Done)
            return written;
        // A run before, or one at the same time, has made it and not yet said so.
        if (await database.Users.FindByIdAsync(user.Id, cancellationToken) is not null)
            return UserWrite.Done;
        // Which of two indexes refuses a row that both would, an engine decides.
        return written is UserWrite.DuplicateUserName && await database.Users.FindByNameAsync(user.Email, cancellationToken) is not null ? UserWrite.DuplicateEmail : written;
    }

    private async Task<bool> AddAsync(DatabaseLease database, AccountImport import, User user, ExternalLogin login, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var record = new ExternalLoginRecord(login.Provider, login.Subject, user.Id, now) { ProvedAt = import.TrustExternalIdentities ? now : null, CredentialVersion = 0 };
        return await database.ExternalLogins.AddAsync(record, cancellationToken) || (await database.ExternalLogins.FindAsync(login, cancellationToken))?.UserId == user.Id;
    }

    private static Condition[] Key(ImportedRow claim) => [ImportedTable.Source.Is(claim.Source), ImportedTable.SourceId.Is(claim.SourceId)];
}
