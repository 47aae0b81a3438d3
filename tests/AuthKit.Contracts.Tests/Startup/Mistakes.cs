using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.Databases;
using AuthKit.Features.ExternalSchemes;
using AuthKit.Http;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Startup;

/// <summary>The mistakes, by kinds.</summary>
internal static class Mistakes
{
    public static IReadOnlyList<Mistake> All { get; } =
    [
        .. Configuration(), .. Issuers(), .. Ranges(), .. Contradictions(), .. Databases(), .. ConnectionStrings(), .. Tenants(), .. Clients(), .. Mail(), .. Routes(), .. Environment(),
    ];

    private static IEnumerable<Mistake> Configuration() =>
    [
        Set("the section is misspelt", "AuthKit:Issuer", "https://auth.example", "'AuthKti' of the configuration, which AddAuthKit was given, is not there") with { Section = "AuthKti" },
        Set("a key is misspelt", "AuthKit:Isuer", "https://auth.example", "'AuthKit:Isuer' in the configuration is no setting of AuthKit's"),
        Set("a nested key is misspelt", "AuthKit:Sessions:IdleTimeOuts", "1.00:00:00", "'AuthKit:Sessions:IdleTimeOuts' in the configuration is no setting"),
        new("a client's key is misspelt", "'AuthKit:Clients:0:Redirects' in the configuration is no setting") { Settings = new() { ["AuthKit:Clients:0:Id"] = "app", ["AuthKit:Clients:0:Redirects:0"] = "https://app.example/" } },
        Set("a time span is none", "AuthKit:Tokens:AccessTokenLifetime", "15min", "'AuthKit:Tokens:AccessTokenLifetime'"),
        Set("a number is none", "AuthKit:RateLimits:Burst", "many", "'AuthKit:RateLimits:Burst'"),
        Set("a number alone means days", "AuthKit:Tokens:AccessTokenLifetime", "15", "write 00:15:00 for 15 minutes"),
        Set("the password rules are unknown", "AuthKit:Passwords:Rules", "Strict", "AuthKit:Passwords:Rules is Default or Documented"),
        Set("the documented rules are weaker", "AuthKit:Passwords:Rules", "Documented", "Passwords.UseDocumentedRules"),
    ];

    private static IEnumerable<Mistake> Issuers() =>
    [
        Set("no issuer in Production", "AuthKit:Audience", "api", "Issuer is 'authkit'; set it to the https address"),
        Set("the issuer is empty", "AuthKit:Issuer", "", "Issuer is empty; set it to the https address"),
        Set("the issuer is http", "AuthKit:Issuer", "http://auth.example", "Issuer is 'http://auth.example'; set it to the https address"),
        Set("the issuer has a query", "AuthKit:Issuer", "https://auth.example/?tenant=a", "Issuer is an absolute address without query"),
        Set("the issuer has a fragment", "AuthKit:Issuer", "https://auth.example/#a", "Issuer is an absolute address without query"),
        Set("the issuer has an empty query", "AuthKit:Issuer", "https://auth.example/?", "Issuer is an absolute address without query"),
        Set("the issuer has a blank", "AuthKit:Issuer", "https://auth.example ", "Issuer is an absolute address without query"),
        Set("the issuer's host is missing", "AuthKit:Issuer", "https://", "Issuer is an absolute address without query"),
        Set("an authorization server without an address", "AuthKit:Issuer", "auth.example", "contract 'oauth': Issuer is the server's own absolute http or https address") with { Build = builder => builder.AddContract<OAuthContract>() },
        Set("the audience is empty", "AuthKit:Audience", "", "Audience is empty; set it to what your interfaces expect"),
    ];

    private static IEnumerable<Mistake> Ranges() =>
    [
        Do("access tokens live no time", "Tokens.AccessTokenLifetime is at least a second", options => options.Tokens.AccessTokenLifetime = TimeSpan.Zero),
        Do("sessions last a negative time", "IdleTimeout and AbsoluteLifetime are positive", options => options.Sessions.IdleTimeout = TimeSpan.FromDays(-1)),
        Do("keys change each minute", "Tokens.KeyRotationInterval is at least two hours", options => options.Tokens.KeyRotationInterval = TimeSpan.FromMinutes(1)),
        Do("nobody may try a password", "MaxFailedAttempts and MaxFailedClientAttempts are at least 1", options => options.Lockout.MaxFailedAttempts = 0),
        Do("anybody may try a thousand", "Lockout.MaxFailedAttempts is over 100", options => options.Lockout.MaxFailedAttempts = 1000),
        Do("no request fits", "set Enabled to false to have none", options => options.RateLimits.Burst = 0),
        Do("no limit at all", "RateLimits.Enabled is off", options => options.RateLimits.Enabled = false),
        Do("caches hold nothing", "MaxCacheEntries is at least 1", options => options.MaxCacheEntries = 0),
        Do("a hash costs too little memory", "Passwords.Argon2id", options => options.Passwords.Argon2id.MemoryKiB = 4),
        Do("a hash costs less than by default", "Passwords.Argon2id: hashes cost less", options => options.Passwords.Argon2id.MemoryKiB = 1024),
        Do("a hash costs more than any machine has", "Passwords.Argon2id", options => options.Passwords.Argon2id.MemoryKiB = int.MaxValue),
        Do("passwords of no character", "Passwords.Rules: MinLength is at least 1", options => options.Passwords.Rules = new() { MinLength = 0 }),
        Build("sign-in through others, and nobody else is there", "ExternalSchemes: no remote scheme is there; add one", builder => builder.AddExternalSchemes()),
        Build("a scheme's name is misspelt", "ExternalSchemes: there is no scheme 'Gogle'; those that are there are 'google'", builder => External(builder, schemes => schemes["Gogle"].UseGoogle())),
        Build("a domain is an address", "names 'kim@gmail.com', which is no domain; write example.com", builder => External(builder, schemes => schemes["google"].Authoritative = ["kim@gmail.com"])),
        Build("a return address is a pattern", "ReturnAddresses: 'https://*.example/' is not where a browser may be sent; write an https address", builder => External(builder, schemes => schemes.ReturnAddresses.Add("https://*.example/"))),
        Build("an id token by the browser", "the response type 'id_token'; set ResponseType to \"code\"", builder => External(builder, _ => { }, google => google.ResponseType = "id_token")),
        Build("a code without PKCE", "goes without PKCE; set UsePkce to true", builder => External(builder, _ => { }, google => google.UsePkce = false)),
        Build("a client of nobody", "ClientId", builder => External(builder, _ => { }, google => google.ClientId = null)),
        Build("a file of breached passwords that is not there", "Passwords.Breached.Files: '/nowhere/breached.txt' cannot be read", builder => builder.AddBreachedPasswords("/nowhere/breached.txt")),
        Build("a file of breached passwords that is something else", "one SHA-1 a line, in order", builder => builder.AddBreachedPasswords(typeof(Mistakes).Assembly.Location)),
        Build("breached passwords asked for in the clear", "Passwords.Breached.Address is an absolute https address", builder => builder.AddBreachedPasswordsOnline(online => online.Address = new("http://ranges.example/"))),
        Build("breached passwords asked for without patience", "Passwords.Breached.Timeout is 100 milliseconds", builder => builder.AddBreachedPasswordsOnline(online => online.Timeout = TimeSpan.Zero)),
        Do("passwords of four characters", "new passwords may be shorter", options => options.Passwords.Rules = new() { MinLength = 4 }),
        Do("a code lives an hour", "OAuth.CodeLifetime is positive, and 10 minutes at the most", options => options.OAuth.CodeLifetime = TimeSpan.FromHours(1)),
        Do("a provider may take no time", "External.Timeout is 100 milliseconds to a minute", options => options.External.Timeout = TimeSpan.Zero),
        Do("a database may take no time", "RequestTimeout is a second to ten minutes", options => options.Databases.RequestTimeout = TimeSpan.Zero),
        Do("stolen refresh tokens work for an hour", "Sessions.RefreshGrace is over a minute", options => options.Sessions.RefreshGrace = TimeSpan.FromHours(1)),
        Do("an algorithm that there is not", "Tokens.SigningAlgorithms: ES256, and RS256", options => options.Tokens.SigningAlgorithms.Add("none")),
    ];

    private static void External(AuthKitBuilder builder, Action<ExternalSchemeOptions> configure, Action<OpenIdConnectOptions>? handler = null)
    {
        builder.Services.AddAuthentication().AddOpenIdConnect("google", "Google", google =>
        {
            (google.Authority, google.ClientId, google.ClientSecret, google.ResponseType) = ("https://accounts.google.com", "app", "secret", "code");
            handler?.Invoke(google);
        });
        builder.AddExternalSchemes(configure);
    }

    private static IEnumerable<Mistake> Contradictions() =>
    [
        Do("an access token outlives its session", "longer than a session lasts", options => options.Sessions.IdleTimeout = TimeSpan.FromMinutes(1)),
        Do("the longest lock is shorter than the first", "LongestLock not shorter", options => (options.Lockout.FirstLock, options.Lockout.LongestLock) = (TimeSpan.FromHours(2), TimeSpan.FromHours(1))),
        Do("a token that its session's end does not stop", "Tokens.CheckSession is off", options => options.Tokens.CheckSession = false),
        Build("strangers' databases without an acknowledgement", "AcceptThatStrangersChooseWhereThisServerConnects", builder => builder.AllowClientDatabases(policy => policy.Engines.Add(DatabaseEngine.Sqlite))),
        Build("strangers' databases on no engine", "ClientDatabases: Engines is empty", builder => builder.AllowClientDatabases(policy => policy.AcceptThatStrangersChooseWhereThisServerConnects = true)),
        Build("strangers' databases in no folder", "needs SqliteFolder", builder => builder.AllowClientDatabases(policy => policy.Engines.Add(DatabaseEngine.Sqlite))),
    ];

    private static IEnumerable<Mistake> Databases() =>
    [
        new("no database", "No home database is chosen; call UseSqlite") { HomeDatabase = false },
        Home("an engine that there is not", "ORACLE", "Data Source=app.db", "The home database is on ORACLE; no store of that name is registered. Add the adapter"),
        Home("an engine whose adapter is not added", "PSGSQL", "Host=db.example", "The home database is on PSGSQL; no store of that name is registered. Add the adapter"),
        Home("a database without a connection string", "SQLITE", "", "AuthKit:Database:ConnectionString is missing"),
        Set("a connection string without an engine", "AuthKit:Database:ConnectionString", "Data Source=app.db", "AuthKit:Database:KeyIdentifier is missing"),
        Build("two home databases", "a home database was chosen more than once (before: SQLITE)", builder => builder.UseSqlite("Data Source=other.db")),
        Build("a folder that is not there", "the folder of its Data Source is not there", builder => builder.UseSqlite(Path.Combine("Data Source=/nowhere", "app.db"))),
        Build("a database in memory", "name a file", builder => builder.UseSqlite("Data Source=:memory:")),
        Build("a database that is read only", "drop Cache and Mode", builder => builder.UseSqlite("Data Source=app.db;Mode=ReadOnly")),
    ];

    private static IEnumerable<Mistake> ConnectionStrings() =>
    [
        Build("a null for PostgreSQL", "has no connection string; the setting that it was read from", builder => builder.UsePostgreSql(null!)),
        Build("nonsense for PostgreSQL", "One looks like 'Host=", builder => builder.UsePostgreSql("nonsense")),
        Build("no host for PostgreSQL", "One looks like 'Host=", builder => builder.UsePostgreSql("Database=app")),
        Build("another engine's string for PostgreSQL", "One looks like 'Host=", builder => builder.UsePostgreSql("mongodb://db.example/app")),
        Build("a null for MySQL", "has no connection string", builder => builder.UseMySql(null!)),
        Build("nonsense for MySQL", "One looks like 'Server=", builder => builder.UseMySql("nonsense")),
        Build("blanks for SQL Server", "has no connection string", builder => builder.UseSqlServer("  ")),
        Build("nonsense for SQL Server", "One looks like 'Server=", builder => builder.UseSqlServer("nonsense")),
        Build("nothing for MongoDB", "has no connection string", builder => builder.UseMongoDb("")),
        Build("nonsense for MongoDB", "One looks like 'mongodb://", builder => builder.UseMongoDb("nonsense")),
        Build("nonsense for SQLite", "One looks like 'Data Source=", builder => builder.UseSqlite("nonsense")),
        Build("nonsense for a tenant", "Tenants: 'acme': This is not a connection string of SQLite's. One looks like", builder => builder.AddTenant("acme", "SQLITE", "nonsense")),
    ];

    private static IEnumerable<Mistake> Tenants() =>
    [
        Build("two tenants of one name", "Tenants: 'acme' is there twice", builder => builder.AddTenant("acme", "SQLITE", "Data Source=a.db").AddTenant("acme", "SQLITE", "Data Source=b.db")),
        Build("two tenants in one database", "Tenants: 'acme' and 'bolt' have one connection string", builder => builder.AddTenant("acme", "SQLITE", "Data Source=a.db").AddTenant("bolt", "SQLITE", "data source=a.db")),
        Build("a tenant in the home database", "Tenants: 'acme' and the home database have one connection string", builder => builder.UseSqlite("Data Source=a.db").AddTenant("acme", "SQLITE", "Data Source=a.db")),
        Build("a tenant of a name that is none", "the alias 'a tenant' is not made of", builder => builder.AddTenant("a tenant", "SQLITE", "Data Source=a.db")),
        Build("a tenant of a name that AuthKit makes", "looks like one that AuthKit generates", builder => builder.AddTenant("client-abcdefghijklmnopqrstuvwxyz", "SQLITE", "Data Source=a.db")),
        Build("a tenant on an engine that there is not", "Tenants: 'acme' lives on DB2; no store of that name is registered", builder => builder.AddTenant("acme", "DB2", "Data Source=a.db")),
        Build("a tenant without a connection string", "Tenants: 'acme' has no connection string", builder => builder.AddTenant("acme", "SQLITE", null!)),
        Set("a tenant without an engine", "AuthKit:Tenants:0:Alias", "acme", "AuthKit:Tenants:0:KeyIdentifier is missing"),
    ];

    private static IEnumerable<Mistake> Clients() =>
    [
        Client("a secret of one character", "fewer than 8 characters", client => client.Secret = "x"),
        Client("a secret that can be guessed", "fewer than 32 characters, which may be guessed; use 32 random ones", client => client.Secret = "summer2026"),
        Client("a client without an id", "every client has an Id", client => client.Id = ""),
        Client("a client that can do nothing", "has no Grants", client => client.Grants.Clear()),
        Client("a client without a place to go back to", "nowhere to send a browser back to; add its address to RedirectUris", client => client.RedirectUris.Clear()),
        Client("a redirect without TLS", "the address 'http://app.example/', to which nobody may be sent", client => client.RedirectUris.Add("http://app.example/")),
        Client("a redirect with a fragment", "to which nobody may be sent", client => client.RedirectUris.Add("https://app.example/#a")),
        Client("a redirect that is relative", "the address '/callback', to which nobody may be sent", client => client.RedirectUris.Add("/callback")),
        Client("a grant that there is not", "has the grant 'code', which there is not", client => client.Grants.Add("code")),
        Client("a scope that there is not", "has the scope 'orders', which there is not", client => client.Scopes.Add("orders")),
        Client("a client of its own that proves nothing", "nothing to prove itself by; give it a Secret", client => client.Grants.Add(GrantTypes.ClientCredentials)),
        Do("two clients of one id", "Clients: 'app' is there twice", options =>
        {
            options.Clients.Add(new() { Id = "app" });
            options.Clients.Add(new() { Id = "app" });
        }),
        Do("an interface without an address", "OAuth.Apis: 'orders' is no identifier", options => options.OAuth.Apis.Add("orders", "orders.read")),
        Do("an interface's address with a fragment", "OAuth.Apis: 'https://api.example/#a' is no identifier", options => options.OAuth.Apis.Add("https://api.example/#a", "orders.read")),
        Do("an interface without a scope", "OAuth.Apis: 'https://api.example' has no scope", options => options.OAuth.Apis.Add("https://api.example")),
        Do("an interface's scope is none", "OAuth.Scopes and OAuth.Apis: 'a b' is no value of a scope", options => options.OAuth.Apis.Add("https://api.example", "a b")),
        Do("two interfaces with one scope", "OAuth.Scopes and OAuth.Apis: the scope 'read' is there twice", options => { options.OAuth.Apis.Add("https://a.example", "read"); options.OAuth.Apis.Add("https://b.example", "read"); }),
        Do("one interface twice", "OAuth.Apis: 'https://a.example/' is there twice", options => { options.OAuth.Apis.Add("https://a.example", "a"); options.OAuth.Apis.Add("https://a.example/", "b"); }),
        Do("an interface that is the host", "is there twice, or is the host's own audience", options => options.OAuth.Apis.Add(options.Issuer, "read")),
        Do("a client stands for an interface that there is not", "stands for the interface 'https://api.example', which there is not", options => options.Clients.Add(new() { Id = "api", Secret = new string('s', 32), Apis = { "https://api.example" } })),
        Do("a token to register by that can be guessed", "OAuth.InitialAccessTokens: each has at least 16 characters", options => options.OAuth.InitialAccessTokens.Add("short")),
        Do("anybody may register a client", "OAuth.OpenRegistration is on", options => options.OAuth.OpenRegistration = true),
        Do("clients may look into the host's own network", "OAuth.ClientDocuments.AllowPrivateNetworks is on", options => options.OAuth.ClientDocuments.AllowPrivateNetworks = true),
    ];

    private static IEnumerable<Mistake> Mail() =>
    [
        new("nothing to send mail with", "Mail: this host sends none"),
        Set("the pickup folder is empty", "AuthKit:Mail:PickupDirectory", "", "Mail.PickupDirectory is empty"),
        new("the pickup folder cannot be made", "which is no folder and cannot be made") { Settings = new() { ["AuthKit:Mail:PickupDirectory"] = "/dev/null/outbox", ["AuthKit:Issuer"] = "https://auth.example" } },
        Set("the reset page is relative", "AuthKit:Mail:ResetUrl", "reset-password", "Mail.ResetUrl is an absolute http or https address"),
        Set("the reset page is no web page", "AuthKit:Mail:ResetUrl", "mailto:a@example.com", "Mail.ResetUrl is an absolute http or https address"),
        Set("links would lead nowhere", "AuthKit:Mail:PickupDirectory", "outbox", "Mail.ResetUrl is not set, and Issuer is no http or https address"),
        Set("a mail server that nothing sends through", "AuthKit:Mail:Smtp:Host", "mail.example", "reference AuthKit.MailKit and call UseMailKit"),
        Set("a sender that is empty", "AuthKit:Mail:From", "", "Mail.From is empty"),
        Build("MailKit without a mail server", "Mail.Smtp.Host is not set", builder => builder.UseMailKit()),
        Do("nobody sends", "Mail.Senders and MaxAttempts are at least 1", options => options.Mail.Senders = 0),
    ];

    private static IEnumerable<Mistake> Routes() =>
    [
        new("MapAuthKit is forgotten", "call app.MapAuthKit()") { Map = _ => { } },
        new("a contract that was not added is mapped", "No contract is named 'oauth'; added are: laravel") { Build = builder => builder.AddContract<LaravelContract>(), Map = app => app.MapAuthKit("oauth") },
        new("MapAuthKit is called twice", "is mapped twice. Call MapAuthKit once") { Map = app => { app.MapAuthKit(); app.MapAuthKit(); }, Build = builder => builder.AddContract<LaravelContract>() },
        new("the host's own endpoint in AuthKit's place", "by the host's own endpoint") { Map = app => { app.MapAuthKit(); app.MapPost("/api/v1/login", () => "mine"); } },
        Build("a contract of a documented one's name", "are both named 'laravel'; give the host's own contract another name", builder => builder.AddContract<LaravelContract>().AddContract<Twin>()),
        Build("two contracts on one path", "is mapped by contract", builder => builder.AddContract<LaravelContract>().AddContract<ConnectContract>(connect => connect.Change(routes => routes.Post("~/api/v1/login", Flows.Login, r => new(r["email"], r["password"]), pair => pair.AccessToken)))),
    ];

    private static IEnumerable<Mistake> Environment() =>
    [
        new("keys that nothing keeps", "Data Protection keeps its keys where this machine's account has its files"),
        new("keys that end with the process", "Data Protection forgets its keys when the process ends") { Services = services => services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider()) },
    ];

    private static Mistake Set(string what, string key, string value, string sentence) => new(what, sentence) { Settings = new() { [key] = value } };

    private static Mistake Do(string what, string sentence, Action<AuthKitOptions> change) => new(what, sentence) { Options = change };

    private static Mistake Build(string what, string sentence, Action<AuthKitBuilder> change) => new(what, sentence) { Build = change };

    private static Mistake Home(string what, string engine, string connectionString, string sentence) =>
        new(what, sentence) { Settings = new() { ["AuthKit:Database:KeyIdentifier"] = engine, ["AuthKit:Database:ConnectionString"] = connectionString } };

    private static Mistake Client(string what, string sentence, Action<Client> mistake) => Do(what, sentence, options =>
    {
        var client = new Client { Id = "app", Grants = { GrantTypes.AuthorizationCode }, RedirectUris = { "https://app.example/callback" } };
        mistake(client);
        options.Clients.Add(client);
    });

    private sealed class Twin() : Contract("laravel", new OAuthContract().Envelope)
    {
        protected override void Map(RouteTable routes) => routes.Post("/twin", Flows.Login, r => new(r["email"], r["password"]), pair => pair.AccessToken);
    }
}
