using MongoDB.Driver;
using MongoDB.Driver.Core.Configuration;
using MongoDB.Driver.Core.Events;

namespace AuthKit.MongoDb;

/// <summary>What a connection string says: which database, where, and how patiently.</summary>
internal sealed class MongoTarget
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MajorityPatience = TimeSpan.FromSeconds(10);

    private readonly MongoUrl _url;
    private readonly ConnectionString _said;

    private MongoTarget(string connectionString) => (_url, _said) = (new(connectionString), new(connectionString));

    public string Database => _url.DatabaseName;

    /// <summary>Sees every command that is sent; for tests.</summary>
    public Action<CommandStartedEvent>? OnCommand { get; set; }

    /// <exception cref="ArgumentException">It is no connection string of MongoDB's, or names no database.</exception>
    public static MongoTarget Parse(string connectionString)
    {
        var target = Read(connectionString);
        return target.Database is not null
            ? target
            : throw new ArgumentException("The MongoDB connection string names no database; it follows the hosts, as in mongodb://host/app.", nameof(connectionString));
    }

    private static MongoTarget Read(string connectionString)
    {
        try
        {
            var target = new MongoTarget(connectionString);
            if (target.Database is { } database)
                _ = new DatabaseNamespace(database);
            // Settings are made here to have faults found early; those of a DNS seed list have to wait for the look-up.
            if (target._url.IsResolved)
                target.Settings(target._url);
            return target;
        }
        catch (Exception e) when (e is MongoException or ArgumentException or FormatException or OverflowException or InvalidOperationException or NotSupportedException)
        {
            // Not as an inner exception: it repeats parts of the string.
            throw new ArgumentException("This is not a connection string of MongoDB's. One looks like 'mongodb://app:…@db.example/app'.", nameof(connectionString));
        }
    }

    /// <summary>How to reach the database, once its hosts are looked up where the string names them by a DNS seed list.</summary>
    public async Task<MongoClientSettings> ResolveAsync(CancellationToken cancellationToken) =>
        Settings(_url.IsResolved ? _url : await _url.ResolveAsync(resolveHosts: _url.DirectConnection, cancellationToken));

    private MongoClientSettings Settings(MongoUrl url)
    {
        var settings = MongoClientSettings.FromUrl(url);
        settings.ApplicationName ??= "AuthKit";
        settings.ServerSelectionTimeout = _said.ServerSelectionTimeout ?? Patience;
        settings.ConnectTimeout = _said.ConnectTimeout ?? Patience;
        settings.WaitQueueTimeout = _said.WaitQueueTimeout ?? Patience;
        // What is acknowledged survives the loss of a node and a power cut, whatever the string says.
        settings.WriteConcern = WriteConcern.WMajority.With(wTimeout: _said.WTimeout ?? MajorityPatience, journal: true);
        // The primary's newest state: "majority" would show the loser of a race the row as it was before the winner's write.
        settings.ReadPreference = ReadPreference.Primary;
        settings.ReadConcern = ReadConcern.Local;
        if (OnCommand is { } onCommand)
            settings.ClusterConfigurator = cluster => cluster.Subscribe(onCommand);
        return settings;
    }
}
