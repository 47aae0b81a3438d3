using AuthKit.Conformance;
using AuthKit.Stores;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.InMemory;

public sealed class InMemoryEngine : TestEngine
{
    private int _databases;

    public override IStoreProvider Provider { get; } = new InMemoryStoreProvider();

    public override Task<string> CreateDatabaseAsync() => Task.FromResult($"{++_databases}");
}

[TestFixture]
public sealed class InMemoryDatabases : DatabaseKit<InMemoryEngine>;

[TestFixture]
public sealed class InMemoryUsers : UserStoreKit<InMemoryEngine>;

[TestFixture]
public sealed class InMemoryExternalLogins : ExternalLoginStoreKit<InMemoryEngine>;

[TestFixture]
public sealed class InMemorySessions : SessionStoreKit<InMemoryEngine>;

[TestFixture]
public sealed class InMemoryGrants : GrantStoreKit<InMemoryEngine>;

[TestFixture]
public sealed class InMemoryKeys : KeyStoreKit<InMemoryEngine>;

[TestFixture]
public sealed class InMemoryDirectory : DirectoryStoreKit<InMemoryEngine>;

[TestFixture]
public sealed class InMemoryTenants : TenantStoreKit<InMemoryEngine>;

[TestFixture]
public sealed class InMemoryClients : ClientStoreKit<InMemoryEngine>;

[TestFixture]
public sealed class InMemoryConsents : ConsentStoreKit<InMemoryEngine>;
