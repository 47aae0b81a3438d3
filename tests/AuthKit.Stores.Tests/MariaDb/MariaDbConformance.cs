using NUnit.Framework;

namespace AuthKit.Stores.Tests.MariaDb;

[TestFixture]
public sealed class MariaDbDatabase : DatabaseKit<MariaDbEngine>;

[TestFixture]
public sealed class MariaDbUsers : UserStoreKit<MariaDbEngine>;

[TestFixture]
public sealed class MariaDbExternalLogins : ExternalLoginStoreKit<MariaDbEngine>;

[TestFixture]
public sealed class MariaDbSessions : SessionStoreKit<MariaDbEngine>;

[TestFixture]
public sealed class MariaDbGrants : GrantStoreKit<MariaDbEngine>;

[TestFixture]
public sealed class MariaDbKeys : KeyStoreKit<MariaDbEngine>;

[TestFixture]
public sealed class MariaDbDirectory : DirectoryStoreKit<MariaDbEngine>;

[TestFixture]
public sealed class MariaDbTenants : TenantStoreKit<MariaDbEngine>;

[TestFixture]
public sealed class MariaDbClients : ClientStoreKit<MariaDbEngine>;

[TestFixture]
public sealed class MariaDbConsents : ConsentStoreKit<MariaDbEngine>;
