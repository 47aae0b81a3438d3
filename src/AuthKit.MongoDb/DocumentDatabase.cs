using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Consents;
using AuthKit.Databases;
using AuthKit.External;
using AuthKit.Grants;
using AuthKit.MongoDb.Documents;
using AuthKit.MongoDb.Stores;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;
using MongoDB.Bson;

namespace AuthKit.MongoDb;

/// <summary>The ports on a MongoDB database.</summary>
internal sealed class DocumentDatabase : IDatabase
{
    private readonly MongoConnection _connection;
    private readonly Collection<UserDocument> _users;
    private readonly Collection<SessionDocument> _sessions;
    private readonly Collection<GrantDocument> _grants;
    private readonly Collection<TenantDocument> _tenants;

    static DocumentDatabase() => Mapping.Register();

    /// <summary>Opens a database; nothing is connected to yet.</summary>
    /// <param name="connection">How it is reached; disposed with the database.</param>
    public DocumentDatabase(MongoConnection connection)
    {
        _connection = connection;
        _users = new(connection, "authkit_users");
        _sessions = new(connection, "authkit_sessions");
        _grants = new(connection, "authkit_grants");
        _tenants = new(connection, "authkit_tenants");
        Users = new UserStore(_users);
        ExternalLogins = new ExternalLoginStore(new(connection, "authkit_external_logins"));
        Sessions = new SessionStore(_sessions);
        Grants = new GrantStore(_grants);
        Keys = new KeyStore(new(connection, "authkit_keys"));
        Directory = new DirectoryStore(new(connection, "authkit_directory"));
        Tenants = new TenantStore(_tenants);
        Clients = new ClientStore(new(connection, "authkit_clients"));
        Consents = new ConsentStore(new(connection, "authkit_consents"));
    }

    public IUserStore Users { get; }

    public IExternalLoginStore ExternalLogins { get; }

    public ISessionStore Sessions { get; }

    public IGrantStore Grants { get; }

    public IKeyStore Keys { get; }

    public IDirectoryStore Directory { get; }

    public ITenantStore Tenants { get; }

    public IClientStore Clients { get; }

    public IConsentStore Consents { get; }

    /// <summary>Makes the indexes; the server lets what is there be, and has nodes that ask at once wait for one another.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await _users.RunAsync(users => users.Indexes.CreateManyAsync(Indexes.OfUsers, cancellationToken), cancellationToken);
        await _sessions.RunAsync(sessions => sessions.Indexes.CreateManyAsync(Indexes.OfSessions, cancellationToken), cancellationToken);
        await _grants.RunAsync(grants => grants.Indexes.CreateManyAsync(Indexes.OfGrants, cancellationToken), cancellationToken);
        await _tenants.RunAsync(tenants => tenants.Indexes.CreateManyAsync(Indexes.OfTenants, cancellationToken), cancellationToken);
    }

    public Task PingAsync(CancellationToken cancellationToken) => _users.RunAsync(
        users => users.Database.RunCommandAsync<BsonDocument>(new BsonDocument("ping", 1), readPreference: null, cancellationToken),
        cancellationToken);

    public ValueTask DisposeAsync()
    {
        _connection.Dispose();
        return default;
    }
}
