using AuthKit.Conformance;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.MongoDb;

[TestFixture]
public sealed class MongoDatabase : DatabaseKit<MongoEngine>;

[TestFixture]
public sealed class MongoUsers : UserStoreKit<MongoEngine>;

[TestFixture]
public sealed class MongoExternalLogins : ExternalLoginStoreKit<MongoEngine>;

[TestFixture]
public sealed class MongoSessions : SessionStoreKit<MongoEngine>;

[TestFixture]
public sealed class MongoGrants : GrantStoreKit<MongoEngine>;

[TestFixture]
public sealed class MongoKeys : KeyStoreKit<MongoEngine>;

[TestFixture]
public sealed class MongoDirectory : DirectoryStoreKit<MongoEngine>;

[TestFixture]
public sealed class MongoTenants : TenantStoreKit<MongoEngine>;

[TestFixture]
public sealed class MongoClients : ClientStoreKit<MongoEngine>;

[TestFixture]
public sealed class MongoConsents : ConsentStoreKit<MongoEngine>;
