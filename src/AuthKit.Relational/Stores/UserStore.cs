using AuthKit.Stores;
using AuthKit.Users;
using static AuthKit.Relational.SqlValue;

namespace AuthKit.Relational.Stores;

internal sealed class UserStore(SqlExecutor sql) : IUserStore
{
    private const string Select =
        """
        SELECT id, email, email_verified, user_name, password_hash, name, given_name, family_name, phone_number, address,
               contact_email, failed_sign_ins, last_failed_sign_in, created_at, version
        FROM authkit_users
        """;

    private const string Insert =
        """
        INSERT INTO authkit_users (id, email, normalized_email, email_verified, user_name, normalized_user_name, password_hash,
            name, given_name, family_name, phone_number, address, contact_email, failed_sign_ins, last_failed_sign_in, created_at, version)
        VALUES (@id, @email, @normalized_email, @email_verified, @user_name, @normalized_user_name, @password_hash,
            @name, @given_name, @family_name, @phone_number, @address, @contact_email, @failed_sign_ins, @last_failed_sign_in, @created_at, @version)
        """;

    private const string Update =
        """
        UPDATE authkit_users
        SET email = @email, normalized_email = @normalized_email, email_verified = @email_verified, user_name = @user_name,
            normalized_user_name = @normalized_user_name, password_hash = @password_hash, name = @name, given_name = @given_name,
            family_name = @family_name, phone_number = @phone_number, address = @address, contact_email = @contact_email,
            version = version + 1
        WHERE id = @id AND version = @version
        """;

    public async Task<UserWrite> CreateAsync(User user, CancellationToken cancellationToken)
    {
        SqlValue[] values =
        [
            .. Fields(user),
            Integer("@failed_sign_ins", user.FailedSignIns),
            Time("@last_failed_sign_in", user.LastFailedSignIn),
            Time("@created_at", user.CreatedAt),
        ];
        if (await sql.TryInsertAsync(Insert, values, cancellationToken))
            return UserWrite.Done;
        return await OwnerAsync(user.Email, cancellationToken) is null ? UserWrite.DuplicateUserName : UserWrite.DuplicateEmail;
    }

    public Task<User?> FindByIdAsync(Guid id, CancellationToken cancellationToken) =>
        sql.FirstAsync($"{Select} WHERE id = @id", [Id("@id", id)], Read, cancellationToken);

    public Task<User?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        sql.FirstAsync($"{Select} WHERE normalized_email = @email", [Exact("@email", normalizedEmail)], Read, cancellationToken);

    public Task<User?> FindByUserNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        sql.FirstAsync($"{Select} WHERE normalized_user_name = @name", [Exact("@name", normalizedUserName)], Read, cancellationToken);

    public async Task<UserWrite> UpdateAsync(User user, CancellationToken cancellationToken)
    {
        if (await sql.TryChangeAsync(Update, Fields(user), cancellationToken) is { } changed)
            return changed == 0 ? UserWrite.Stale : UserWrite.Done;
        var owner = await OwnerAsync(user.Email, cancellationToken);
        return owner is null || owner == user.Id ? UserWrite.DuplicateUserName : UserWrite.DuplicateEmail;
    }

    public Task RecordFailedSignInAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) => sql.ChangeAsync(
        "UPDATE authkit_users SET failed_sign_ins = failed_sign_ins + 1, last_failed_sign_in = @now WHERE id = @id",
        [Id("@id", id), Time("@now", now)],
        cancellationToken);

    public Task ClearFailedSignInsAsync(Guid id, CancellationToken cancellationToken) => sql.ChangeAsync(
        "UPDATE authkit_users SET failed_sign_ins = 0, last_failed_sign_in = NULL WHERE id = @id",
        [Id("@id", id)],
        cancellationToken);

    /// <summary>
    /// Whose an address is, which tells after a duplicate whether it or the user name was taken. The error would tell too,
    /// but in the engine's own words, in the server's language, and quoting what the user typed.
    /// </summary>
    private Task<Guid?> OwnerAsync(string email, CancellationToken cancellationToken) => sql.FirstAsync(
        "SELECT id FROM authkit_users WHERE normalized_email = @email",
        [Exact("@email", LoginName.Normalize(email))],
        static row => (Guid?)row.Id(0),
        cancellationToken);

    private static SqlValue[] Fields(User user) =>
    [
        Id("@id", user.Id),
        Text("@email", user.Email),
        Exact("@normalized_email", LoginName.Normalize(user.Email)),
        Boolean("@email_verified", user.EmailVerified),
        Text("@user_name", user.UserName),
        Exact("@normalized_user_name", user.UserName is { } name ? LoginName.Normalize(name) : null),
        Text("@password_hash", user.PasswordHash),
        Text("@name", user.Profile.Name),
        Text("@given_name", user.Profile.GivenName),
        Text("@family_name", user.Profile.FamilyName),
        Text("@phone_number", user.Profile.PhoneNumber),
        Text("@address", user.Profile.Address),
        Text("@contact_email", user.Profile.ContactEmail),
        BigInteger("@version", user.Version),
    ];

    private static User Read(SqlRow row) => new()
    {
        Id = row.Id(0),
        Email = row.Text(1),
        EmailVerified = row.Boolean(2),
        UserName = row.TextOrNull(3),
        PasswordHash = row.TextOrNull(4),
        Profile = new()
        {
            Name = row.TextOrNull(5),
            GivenName = row.TextOrNull(6),
            FamilyName = row.TextOrNull(7),
            PhoneNumber = row.TextOrNull(8),
            Address = row.TextOrNull(9),
            ContactEmail = row.TextOrNull(10),
        },
        FailedSignIns = row.Integer(11),
        LastFailedSignIn = row.TimeOrNull(12),
        CreatedAt = row.Time(13),
        Version = row.BigInteger(14),
    };
}
