using NUnit.Framework;

namespace AuthKit.Stores.Tests.PostgreSql;

[TestFixture]
public sealed class PostgreSqlDatabase : DatabaseKit<PostgreSqlEngine>;

[TestFixture]
public sealed class PostgreSqlUsers : UserStoreKit<PostgreSqlEngine>;

[TestFixture]
public sealed class PostgreSqlExternalLogins : ExternalLoginStoreKit<PostgreSqlEngine>;

[TestFixture]
public sealed class PostgreSqlSessions : SessionStoreKit<PostgreSqlEngine>;

[TestFixture]
public sealed class PostgreSqlGrants : GrantStoreKit<PostgreSqlEngine>;

[TestFixture]
public sealed class PostgreSqlKeys : KeyStoreKit<PostgreSqlEngine>;

[TestFixture]
public sealed class PostgreSqlDirectory : DirectoryStoreKit<PostgreSqlEngine>;

[TestFixture]
public sealed class PostgreSqlTenants : TenantStoreKit<PostgreSqlEngine>;

[TestFixture]
public sealed class PostgreSqlClients : ClientStoreKit<PostgreSqlEngine>;

[TestFixture]
public sealed class PostgreSqlConsents : ConsentStoreKit<PostgreSqlEngine>;
