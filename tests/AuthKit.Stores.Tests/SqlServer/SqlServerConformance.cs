using NUnit.Framework;

namespace AuthKit.Stores.Tests.SqlServer;

[TestFixture]
public sealed class SqlServerDatabase : DatabaseKit<SqlServerEngine>;

[TestFixture]
public sealed class SqlServerUsers : UserStoreKit<SqlServerEngine>;

[TestFixture]
public sealed class SqlServerExternalLogins : ExternalLoginStoreKit<SqlServerEngine>;

[TestFixture]
public sealed class SqlServerSessions : SessionStoreKit<SqlServerEngine>;

[TestFixture]
public sealed class SqlServerGrants : GrantStoreKit<SqlServerEngine>;

[TestFixture]
public sealed class SqlServerKeys : KeyStoreKit<SqlServerEngine>;

[TestFixture]
public sealed class SqlServerDirectory : DirectoryStoreKit<SqlServerEngine>;

[TestFixture]
public sealed class SqlServerTenants : TenantStoreKit<SqlServerEngine>;

[TestFixture]
public sealed class SqlServerClients : ClientStoreKit<SqlServerEngine>;

[TestFixture]
public sealed class SqlServerConsents : ConsentStoreKit<SqlServerEngine>;
