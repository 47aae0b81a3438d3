using static AuthKit.Relational.SqlType;

namespace AuthKit.Relational.Schema;

/// <summary>The tables of version 1.</summary>
/// <remarks>
/// No table refers to <c>authkit_users</c> by a foreign key: a host may keep its accounts in a table of its own. Whoever
/// deletes an account ends its sessions.
/// </remarks>
internal static class InitialTables
{
    public static IEnumerable<Table> All => [Users, ExternalLogins, Sessions, Grants, Keys, Directory];

    private static Table Users => new(
        "authkit_users",
        [
            new("id", Id),
            new("email", Text, 320),
            new("normalized_email", ExactText, 320),
            new("email_verified", SqlType.Boolean),
            new Column("user_name", Text, 64).OrNull(),
            new Column("normalized_user_name", ExactText, 64).OrNull(),
            new Column("password_hash", Text, 1024).OrNull(),
            new Column("name", Text, 256).OrNull(),
            new Column("given_name", Text, 256).OrNull(),
            new Column("family_name", Text, 256).OrNull(),
            new Column("phone_number", Text, 256).OrNull(),
            new Column("address", Text, 1024).OrNull(),
            new Column("contact_email", Text, 320).OrNull(),
            new("failed_sign_ins", Integer),
            new Column("last_failed_sign_in", Time).OrNull(),
            new("created_at", Time),
            new("version", BigInteger),
        ],
        ["id"],
        [new(["normalized_email"], Unique: true), new(["normalized_user_name"], Unique: true)]);

    private static Table ExternalLogins => new(
        "authkit_external_logins",
        [new("provider", ExactText, 64), new("subject", ExactText, 255), new("user_id", Id), new("created_at", Time)],
        ["provider", "subject"],
        []);

    private static Table Sessions => new(
        "authkit_sessions",
        [
            new("id", Id),
            new("user_id", Id),
            new("client_id", ExactText, 256),
            new("scope", Text, 1024),
            new("handle", Binary, 16),
            new Column("secret_hash", Binary, 32).OrNull(),
            new Column("salt", Binary, 32).OrNull(),
            new("created_at", Time),
            new("last_used_at", Time),
            new("expires_at", Time),
            new("absolute_expires_at", Time),
            new Column("revoked_at", Time).OrNull(),
        ],
        ["id"],
        [new(["handle"], Unique: true), new(["user_id"]), new(["expires_at"])]);

    private static Table Grants => new(
        "authkit_grants",
        [
            new("handle", Binary, 16),
            new("kind", Integer),
            new("secret_hash", Binary, 32),
            new("user_id", Id),
            new("created_at", Time),
            new("expires_at", Time),
            new Column("consumed_at", Time).OrNull(),
        ],
        ["handle"],
        [new(["user_id"]), new(["expires_at"])]);

    private static Table Keys => new(
        "authkit_keys",
        [
            new("id", Id),
            new("key_use", Integer),
            new("generation", Integer),
            new("public_key", Binary, 1024),
            new("protected_key", Binary, 8000),
            new("activates_at", Time),
            new("retires_at", Time),
            new("expires_at", Time),
        ],
        ["id"],
        [new(["key_use", "generation"], Unique: true)]);

    private static Table Directory => new(
        "authkit_directory",
        [new("name_hash", Binary, 32), new("tenant", ExactText, 64)],
        ["name_hash", "tenant"],
        []);
}
