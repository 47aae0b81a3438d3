using NUnit.Framework;

namespace AuthKit.Stores.Tests.MySql;

[TestFixture]
public sealed class MySqlDatabase : DatabaseKit<MySqlEngine>;

[TestFixture]
public sealed class MySqlUsers : UserStoreKit<MySqlEngine>;

[TestFixture]
public sealed class MySqlExternalLogins : ExternalLoginStoreKit<MySqlEngine>;

[TestFixture]
public sealed class MySqlSessions : SessionStoreKit<MySqlEngine>;

[TestFixture]
public sealed class MySqlGrants : GrantStoreKit<MySqlEngine>;

[TestFixture]
public sealed class MySqlKeys : KeyStoreKit<MySqlEngine>;

[TestFixture]
public sealed class MySqlDirectory : DirectoryStoreKit<MySqlEngine>;

[TestFixture]
public sealed class MySqlTenants : TenantStoreKit<MySqlEngine>;

[TestFixture]
public sealed class MySqlClients : ClientStoreKit<MySqlEngine>;

[TestFixture]
public sealed class MySqlConsents : ConsentStoreKit<MySqlEngine>;
