using AuthKit.Conformance;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.EntityFramework;

[TestFixture]
public sealed class EntityFrameworkDatabases : DatabaseKit<EntityFrameworkEngine>;

[TestFixture]
public sealed class EntityFrameworkUsers : UserStoreKit<EntityFrameworkEngine>;

[TestFixture]
public sealed class EntityFrameworkExternalLogins : ExternalLoginStoreKit<EntityFrameworkEngine>;

[TestFixture]
public sealed class EntityFrameworkSessions : SessionStoreKit<EntityFrameworkEngine>;

[TestFixture]
public sealed class EntityFrameworkGrants : GrantStoreKit<EntityFrameworkEngine>;

[TestFixture]
public sealed class EntityFrameworkKeys : KeyStoreKit<EntityFrameworkEngine>;

[TestFixture]
public sealed class EntityFrameworkDirectory : DirectoryStoreKit<EntityFrameworkEngine>;

[TestFixture]
public sealed class EntityFrameworkTenants : TenantStoreKit<EntityFrameworkEngine>;

[TestFixture]
public sealed class EntityFrameworkClients : ClientStoreKit<EntityFrameworkEngine>;

[TestFixture]
public sealed class EntityFrameworkConsents : ConsentStoreKit<EntityFrameworkEngine>;
