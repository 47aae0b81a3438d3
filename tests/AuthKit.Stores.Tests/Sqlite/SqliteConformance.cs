using NUnit.Framework;

namespace AuthKit.Stores.Tests.Sqlite;

[TestFixture]
public sealed class SqliteDatabase : DatabaseKit<SqliteEngine>;

[TestFixture]
public sealed class SqliteUsers : UserStoreKit<SqliteEngine>;

[TestFixture]
public sealed class SqliteExternalLogins : ExternalLoginStoreKit<SqliteEngine>;

[TestFixture]
public sealed class SqliteSessions : SessionStoreKit<SqliteEngine>;

[TestFixture]
public sealed class SqliteGrants : GrantStoreKit<SqliteEngine>;

[TestFixture]
public sealed class SqliteKeys : KeyStoreKit<SqliteEngine>;

[TestFixture]
public sealed class SqliteDirectory : DirectoryStoreKit<SqliteEngine>;

[TestFixture]
public sealed class SqliteTenants : TenantStoreKit<SqliteEngine>;

[TestFixture]
public sealed class SqliteClients : ClientStoreKit<SqliteEngine>;

[TestFixture]
public sealed class SqliteConsents : ConsentStoreKit<SqliteEngine>;
