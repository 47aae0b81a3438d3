using NUnit.Framework;

namespace AuthKit.Stores.Tests;

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed class DatabasesConformance<TEngine> : DatabaseKit<TEngine> where TEngine : TestEngine, new();

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed class UsersConformance<TEngine> : UserStoreKit<TEngine> where TEngine : TestEngine, new();

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed class ExternalLoginsConformance<TEngine> : ExternalLoginStoreKit<TEngine> where TEngine : TestEngine, new();

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed class SessionsConformance<TEngine> : SessionStoreKit<TEngine> where TEngine : TestEngine, new();

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed class GrantsConformance<TEngine> : GrantStoreKit<TEngine> where TEngine : TestEngine, new();

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed class KeysConformance<TEngine> : KeyStoreKit<TEngine> where TEngine : TestEngine, new();

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed class DirectoryConformance<TEngine> : DirectoryStoreKit<TEngine> where TEngine : TestEngine, new();

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed class TenantsConformance<TEngine> : TenantStoreKit<TEngine> where TEngine : TestEngine, new();

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed class ClientsConformance<TEngine> : ClientStoreKit<TEngine> where TEngine : TestEngine, new();

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed class ConsentsConformance<TEngine> : ConsentStoreKit<TEngine> where TEngine : TestEngine, new();

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed class OutboxConformance<TEngine> : OutboxStoreKit<TEngine> where TEngine : TestEngine, new();

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed class LogoutNoticesConformance<TEngine> : LogoutNoticeStoreKit<TEngine> where TEngine : TestEngine, new();

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed class MailRecipientsConformance<TEngine> : MailRecipientStoreKit<TEngine> where TEngine : TestEngine, new();

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed class AttemptsConformance<TEngine> : AttemptStoreKit<TEngine> where TEngine : TestEngine, new();

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed class RecordsConformance<TEngine> : RecordsKit<TEngine> where TEngine : TestEngine, new();

[TestFixtureSource(typeof(Engines), nameof(Engines.Migrating))]
public sealed class SchemaConformance<TEngine> : SchemaKit<TEngine> where TEngine : TestEngine, new();
