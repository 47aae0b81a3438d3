using AuthKit.Databases;
using AuthKit.Records;
using AuthKit.Users.Roles;
using static AuthKit.Users.UserTable;

namespace AuthKit.Users;

internal sealed class UserStore(IRecords records) : IUserStore
{
    public async Task<UserWrite> CreateAsync(User user, CancellationToken cancellationToken) =>
        Refused(await records.InsertAsync(Rows, user, cancellationToken)) ?? UserWrite.Done;

    public Task<User?> FindByIdAsync(Guid id, CancellationToken cancellationToken) =>
        records.FindAsync(Rows, [Id.Is(id)], cancellationToken);

    public Task<User?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        records.FindAsync(Rows, [NormalizedEmail.Is(normalizedEmail)], cancellationToken);

    public Task<User?> FindByUserNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        records.FindAsync(Rows, [NormalizedUserName.Is(normalizedUserName)], cancellationToken);

    public async Task<UserWrite> UpdateAsync(User user, CancellationToken cancellationToken)
    {
        var normalized = LoginName.Normalize(user.Email);
        var written = await UpdateAsync(user, normalized, [Id.Is(user.Id), Revision.Is(user.Version)], cancellationToken);
        // Up to schema version 3 the two spellings of a domain were two addresses: an account from then keeps its own where the other is taken.
        return written is UserWrite.DuplicateEmail && LoginName.FormsOf(user.Email)[0] is var spelt && spelt != normalized
            && await UpdateAsync(user, spelt, [Id.Is(user.Id), Revision.Is(user.Version), NormalizedEmail.Is(spelt)], cancellationToken) is UserWrite.Done
                ? UserWrite.Done
                : written;
    }

    public Task RecordFailedSignInAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) =>
        records.UpdateAsync(Rows, [Id.Is(id)], [FailedSignIns.Plus(1), LastFailedSignIn.To(now)], readBy: null, cancellationToken);

    public async Task<FailedSignInsResult> ReplaceFailedSignInsAsync(Guid id, int known, int next, DateTimeOffset? last, CancellationToken cancellationToken)
    {
        var (changed, user, _) = await records.UpdateAsync(Rows, [Id.Is(id), FailedSignIns.Is(known)], [FailedSignIns.To(next), LastFailedSignIn.To(last)], readBy: Id, cancellationToken);
        return new(changed == 1, user);
    }

    public Task ClearFailedSignInsAsync(Guid id, CancellationToken cancellationToken) =>
        records.UpdateAsync(Rows, [Id.Is(id)], [FailedSignIns.To(0), LastFailedSignIn.To(null)], readBy: null, cancellationToken);

    private async Task<UserWrite> UpdateAsync(User user, string normalizedEmail, Condition[] where, CancellationToken cancellationToken)
    {
        var (changed, _, duplicate) = await records.UpdateAsync(
            Rows,
            where,
            changes:
            [
                Email.To(user.Email),
                NormalizedEmail.To(normalizedEmail),
                EmailVerified.To(user.EmailVerified),
                UserName.To(user.UserName),
                NormalizedUserName.To(LoginName.NormalizeOrNull(user.UserName)),
                PasswordHash.To(user.PasswordHash),
                Name.To(user.Profile.Name),
                GivenName.To(user.Profile.GivenName),
                FamilyName.To(user.Profile.FamilyName),
                PhoneNumber.To(user.Profile.PhoneNumber),
                Address.To(user.Profile.Address),
                ContactEmail.To(user.Profile.ContactEmail),
                CredentialVersion.To(user.CredentialVersion),
                DisabledAt.To(user.DisabledAt),
                EraseAt.To(user.EraseAt),
                RoleList.To(RoleNames.Join(user.Roles)),
                Fields.To(user.Fields),
                Revision.Plus(1),
            ],
            readBy: null,
            cancellationToken);
        return Refused(duplicate) ?? (changed == 0 ? UserWrite.Stale : UserWrite.Done);
    }

    /// <summary>An account that is there already, by its id, has its address taken too.</summary>
    private static UserWrite? Refused(TableIndex? duplicate) =>
        duplicate is null ? null : duplicate == ByUserName ? UserWrite.DuplicateUserName : UserWrite.DuplicateEmail;
}

internal static class UserPort
{
    extension(DatabaseLease database)
    {
        public IUserStore Users => database.Port<IUserStore>(static records => new UserStore(records));
    }
}
