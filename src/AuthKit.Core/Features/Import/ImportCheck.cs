using AuthKit.External;
using AuthKit.Passwords;
using AuthKit.Records;
using AuthKit.Tenants;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.Import;

/// <summary>Looks at an account before anything is written of it: the rules are those of a registration.</summary>
internal sealed class ImportCheck(PasswordHashing passwords, IEnumerable<IExternalProvider> providers, IEnumerable<IExternalProviderNames> names, IOptions<AuthKitOptions> options, TimeProvider time)
{
    private static readonly DateTimeOffset Earliest = DateTimeOffset.UnixEpoch;

    /// <summary>What would be written, and what of the account is left out; or why it is refused.</summary>
    public CheckedAccount Check(AccountImport import, ImportedLine line)
    {
        if (line.Account is not { } account)
            return CheckedAccount.Refused(line, ImportResult.Unreadable);
        if (account.SourceId.Length is 0 or > 255 || !StorableText.Is(account.SourceId))
            return CheckedAccount.Refused(line, ImportResult.UnusableSourceId);
        if (account.Disabled && !import.TakeDisabled)
            return CheckedAccount.Refused(line, ImportResult.Disabled);
        var notes = new List<ImportNote>();
        if (Broken(account) is { } broken)
            return CheckedAccount.Refused(line, ImportResult.BrokenRule, broken);
        var userName = IsEmail(account) || string.IsNullOrWhiteSpace(account.UserName) ? null : account.UserName.Trim();
        if (UserFields.UserName(userName) is { } brokenName)
        {
            if (!import.DropUnusableUserNames)
                return CheckedAccount.Refused(line, ImportResult.BrokenRule, brokenName);
            notes.Add(new(line.Number, ImportResult.UserNameDropped, brokenName));
            userName = null;
        }

        var hash = string.IsNullOrEmpty(account.PasswordHash) ? null : account.PasswordHash;
        if (hash is not null && !IsReadable(hash))
        {
            if (!import.DropUnreadablePasswords)
                return CheckedAccount.Refused(line, ImportResult.UnreadablePassword);
            notes.Add(new(line.Number, ImportResult.PasswordDropped));
            hash = null;
        }

        ExternalLogin[] logins = [.. account.ExternalIdentities.Distinct().Where(login => IsUsable(import, login))];
        notes.AddRange(Enumerable.Repeat(new ImportNote(line.Number, ImportResult.ExternalIdentityDropped), account.ExternalIdentities.Distinct().Count() - logins.Length));
        return new(line, new()
        {
            Id = Guid.Empty,
            Email = account.Email!.Trim(),
            EmailVerified = account.EmailVerified && import.TrustVerifiedEmails,
            UserName = userName,
            PasswordHash = hash,
            CredentialVersion = 0,
            Profile = account.Profile,
            DisabledAt = account.Disabled ? time.GetUtcNow() : null,
            CreatedAt = account.CreatedAt is { } created && created >= Earliest && created <= time.GetUtcNow() ? created : time.GetUtcNow(),
        }, logins, notes);
    }

    private BrokenRule? Broken(ImportedAccount account) =>
        UserFields.NewEmail(account.Email?.Trim(), options.Value.Mail.SmtpUtf8) ?? UserFields.Profile(account.Profile).FirstOrDefault();

    private bool IsReadable(string hash) => hash.Length <= UserTable.PasswordHash.Length && StorableText.Is(hash) && passwords.Reads(hash);

    private bool IsUsable(AccountImport import, ExternalLogin login) =>
        import.Tenant == Tenant.Home && ExternalAccounts.IsKeepable(login)
        && (providers.Any(provider => provider.Name == login.Provider) || names.Any(known => known.Find(login.Provider) is not null));

    private static bool IsEmail(ImportedAccount account) =>
        account.UserName is { } name && account.Email is { } email && LoginName.Normalize(name.Trim()) == LoginName.Normalize(email.Trim());
}

/// <summary>An account that was looked at.</summary>
/// <param name="Line">Where it stands.</param>
/// <param name="User">What is to be written, with no id yet; null where it is refused.</param>
/// <param name="Logins">The identities that are to open it.</param>
/// <param name="Notes">What is left out of it, or why it is refused.</param>
internal sealed record CheckedAccount(ImportedLine Line, User? User, IReadOnlyList<ExternalLogin> Logins, IReadOnlyList<ImportNote> Notes)
{
    public static CheckedAccount Refused(ImportedLine line, ImportResult reason, BrokenRule? broken = null) => new(line, null, [], [new(line.Number, reason, broken)]);

    /// <inheritdoc/>
    public override string ToString() => Line.ToString();
}
