using AuthKit.Records;
using AuthKit.Users;
using Microsoft.Data.Sqlite;

namespace AuthKit.Stores.Tests.Examples;

/// <summary>A host's own table of customers as AuthKit's accounts; registered with <c>UseUsers&lt;CustomerUsers&gt;()</c>. docs/stores.md tells of it.</summary>
public sealed class CustomerUsers(string connectionString) : IUserStore
{
    public const string Schema =
        """
        CREATE TABLE customers (
            id TEXT PRIMARY KEY, version INTEGER NOT NULL, since TEXT NOT NULL,
            mail TEXT NOT NULL, mail_key TEXT NOT NULL UNIQUE, mail_ok INTEGER NOT NULL,
            login TEXT, login_key TEXT UNIQUE, hash TEXT,
            name TEXT, first TEXT, last TEXT, phone TEXT, street TEXT, contact TEXT,
            failures INTEGER NOT NULL, failed_at TEXT, credentials INTEGER);
        """;

    private const int UniqueViolation = 2067;
    private const int PrimaryKeyViolation = 1555;
    private const int Busy = 5;
    private const int CannotOpen = 14;

    public Task<UserWrite> CreateAsync(User user, CancellationToken cancellationToken) => WriteAsync(
        """
        INSERT INTO customers VALUES (@id, @version, @since, @mail, @mail_key, @mail_ok, @login, @login_key, @hash,
            @name, @first, @last, @phone, @street, @contact, @failures, @failed_at, @credentials)
        """,
        user, cancellationToken);

    public Task<UserWrite> UpdateAsync(User user, CancellationToken cancellationToken) => WriteAsync(
        """
        UPDATE customers SET version = version + 1, mail = @mail, mail_key = @mail_key, mail_ok = @mail_ok, login = @login, login_key = @login_key,
            hash = @hash, credentials = @credentials, name = @name, first = @first, last = @last, phone = @phone, street = @street, contact = @contact
        WHERE id = @id AND version = @version
        """,
        user, cancellationToken);

    public Task<User?> FindByIdAsync(Guid id, CancellationToken cancellationToken) => FindAsync("id", $"{id}", cancellationToken);

    public Task<User?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) => FindAsync("mail_key", normalizedEmail, cancellationToken);

    public Task<User?> FindByUserNameAsync(string normalizedUserName, CancellationToken cancellationToken) => FindAsync("login_key", normalizedUserName, cancellationToken);

    public Task RecordFailedSignInAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) => ExecuteAsync(
        "UPDATE customers SET failures = failures + 1, failed_at = @now WHERE id = @id",
        [new("@id", $"{id}"), new("@now", $"{now:O}")],
        cancellationToken);

    public async Task<FailedSignInsResult> ReplaceFailedSignInsAsync(Guid id, int known, int next, DateTimeOffset? last, CancellationToken cancellationToken)
    {
        var replaced = await ExecuteAsync(
            "UPDATE customers SET failures = @next, failed_at = @last WHERE id = @id AND failures = @known",
            [new("@id", $"{id}"), new("@known", known), new("@next", next), new("@last", OrNull(last is { } time ? $"{time:O}" : null))],
            cancellationToken);
        return new(replaced == 1, await FindByIdAsync(id, cancellationToken));
    }

    public Task ClearFailedSignInsAsync(Guid id, CancellationToken cancellationToken) => ExecuteAsync(
        "UPDATE customers SET failures = 0, failed_at = NULL WHERE id = @id",
        [new("@id", $"{id}")],
        cancellationToken);

    private async Task<UserWrite> WriteAsync(string sql, User user, CancellationToken cancellationToken)
    {
        try
        {
            return await ExecuteAsync(sql, Parameters(user), cancellationToken) == 1 ? UserWrite.Done : UserWrite.Stale;
        }
        catch (SqliteException e) when (e.SqliteExtendedErrorCode is UniqueViolation or PrimaryKeyViolation)
        {
            var owner = await FindByEmailAsync(LoginName.Normalize(user.Email), cancellationToken);
            return owner is null || owner.Id == user.Id ? UserWrite.DuplicateUserName : UserWrite.DuplicateEmail;
        }
    }

    private Task<int> ExecuteAsync(string sql, SqliteParameter[] parameters, CancellationToken cancellationToken) =>
        RunAsync(sql, parameters, command => command.ExecuteNonQueryAsync(cancellationToken), cancellationToken);

    private Task<User?> FindAsync(string column, string value, CancellationToken cancellationToken) =>
        RunAsync($"SELECT * FROM customers WHERE {column} = @value", [new("@value", value)], async command =>
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
        }, cancellationToken);

    private async Task<T> RunAsync<T>(string sql, SqliteParameter[] parameters, Func<SqliteCommand, Task<T>> run, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new SqliteConnection(connectionString);
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.Parameters.AddRange(parameters);
            return await run(command);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is Busy or CannotOpen)
        {
            throw new StoreUnavailableException("The customers' database is unavailable.", e);
        }
    }

    private static User Read(SqliteDataReader reader)
    {
        return new()
        {
            Id = Guid.Parse(Text("id")!),
            Version = (long)reader["version"],
            CreatedAt = DateTimeOffset.Parse(Text("since")!, null),
            Email = Text("mail")!,
            EmailVerified = (long)reader["mail_ok"] != 0,
            UserName = Text("login"),
            PasswordHash = Text("hash"),
            Profile = new() { Name = Text("name"), GivenName = Text("first"), FamilyName = Text("last"), PhoneNumber = Text("phone"), Address = Text("street"), ContactEmail = Text("contact") },
            CredentialVersion = (int?)(reader["credentials"] as long?),
            FailedSignIns = (int)(long)reader["failures"],
            LastFailedSignIn = Text("failed_at") is { } time ? DateTimeOffset.Parse(time, null) : null,
        };

        string? Text(string column) => reader[column] as string;
    }

    private static SqliteParameter[] Parameters(User user) =>
    [
        new("@id", $"{user.Id}"),
        new("@version", user.Version),
        new("@since", $"{user.CreatedAt:O}"),
        new("@mail", user.Email),
        new("@mail_key", LoginName.Normalize(user.Email)),
        new("@mail_ok", user.EmailVerified),
        new("@login", OrNull(user.UserName)),
        new("@login_key", OrNull(user.UserName is { } login ? LoginName.Normalize(login) : null)),
        new("@hash", OrNull(user.PasswordHash)),
        new("@name", OrNull(user.Profile.Name)),
        new("@first", OrNull(user.Profile.GivenName)),
        new("@last", OrNull(user.Profile.FamilyName)),
        new("@phone", OrNull(user.Profile.PhoneNumber)),
        new("@street", OrNull(user.Profile.Address)),
        new("@contact", OrNull(user.Profile.ContactEmail)),
        new("@failures", user.FailedSignIns),
        new("@failed_at", OrNull(user.LastFailedSignIn is { } time ? $"{time:O}" : null)),
        new("@credentials", (object?)user.CredentialVersion ?? DBNull.Value),
    ];

    private static object OrNull(string? value) => (object?)value ?? DBNull.Value;
}
