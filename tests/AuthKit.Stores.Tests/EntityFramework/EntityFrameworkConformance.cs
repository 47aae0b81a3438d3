using NUnit.Framework;

namespace AuthKit.Stores.Tests.EntityFramework;

[TestFixture(typeof(PostgreSqlContextEngine))]
[TestFixture(typeof(SqliteContextEngine))]
public sealed class EntityFrameworkDatabases<TEngine> : DatabaseKit<TEngine> where TEngine : TestEngine, new();

[TestFixture(typeof(PostgreSqlContextEngine))]
[TestFixture(typeof(SqliteContextEngine))]
public sealed class EntityFrameworkUsers<TEngine> : UserStoreKit<TEngine> where TEngine : TestEngine, new();

[TestFixture(typeof(PostgreSqlContextEngine))]
[TestFixture(typeof(SqliteContextEngine))]
public sealed class EntityFrameworkExternalLogins<TEngine> : ExternalLoginStoreKit<TEngine> where TEngine : TestEngine, new();

[TestFixture(typeof(PostgreSqlContextEngine))]
[TestFixture(typeof(SqliteContextEngine))]
public sealed class EntityFrameworkSessions<TEngine> : SessionStoreKit<TEngine> where TEngine : TestEngine, new();

[TestFixture(typeof(PostgreSqlContextEngine))]
[TestFixture(typeof(SqliteContextEngine))]
public sealed class EntityFrameworkGrants<TEngine> : GrantStoreKit<TEngine> where TEngine : TestEngine, new();

[TestFixture(typeof(PostgreSqlContextEngine))]
[TestFixture(typeof(SqliteContextEngine))]
public sealed class EntityFrameworkKeys<TEngine> : KeyStoreKit<TEngine> where TEngine : TestEngine, new();

[TestFixture(typeof(PostgreSqlContextEngine))]
[TestFixture(typeof(SqliteContextEngine))]
public sealed class EntityFrameworkDirectory<TEngine> : DirectoryStoreKit<TEngine> where TEngine : TestEngine, new();

[TestFixture(typeof(PostgreSqlContextEngine))]
[TestFixture(typeof(SqliteContextEngine))]
public sealed class EntityFrameworkTenants<TEngine> : TenantStoreKit<TEngine> where TEngine : TestEngine, new();

[TestFixture(typeof(PostgreSqlContextEngine))]
[TestFixture(typeof(SqliteContextEngine))]
public sealed class EntityFrameworkClients<TEngine> : ClientStoreKit<TEngine> where TEngine : TestEngine, new();

[TestFixture(typeof(PostgreSqlContextEngine))]
[TestFixture(typeof(SqliteContextEngine))]
public sealed class EntityFrameworkConsents<TEngine> : ConsentStoreKit<TEngine> where TEngine : TestEngine, new();
