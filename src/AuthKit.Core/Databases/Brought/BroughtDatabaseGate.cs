using System.Net;

namespace AuthKit.Databases.Brought;

/// <summary>The one way in which a connection string that a caller wrote is opened.</summary>
internal sealed class BroughtDatabaseGate(DatabaseEngines engines, DatabaseOpener opener, HostGuard hosts)
{
    private const int MaxLength = 2048;

    /// <summary>What is left of the string; null where the policy refuses it, or it makes no sense.</summary>
    public BroughtConnection? Read(DatabaseEngine engine, string connectionString, ClientDatabasePolicy policy)
    {
        if (!policy.Engines.Contains(engine) || connectionString.Length > MaxLength)
            return null;
        try
        {
            return engines.ConnectionsOf(engine)?.Read(connectionString, policy);
        }
        catch (Exception)
        {
            // Drivers' parsers were not written for strangers; whatever they throw, the answer is no.
            return null;
        }
    }

    /// <summary>Whether it may be connected to just now.</summary>
    public async Task<bool> AdmitsAsync(DatabaseEngine engine, BroughtConnection connection, ClientDatabasePolicy policy, CancellationToken cancellationToken) =>
        (await CheckAsync(engine, connection, policy, cancellationToken)).Admitted;

    /// <summary>Checks everything once more, opens the database and prepares it; null where the policy refuses it.</summary>
    /// <exception cref="Exception">It cannot be reached, in whatever way the driver says so.</exception>
    public async Task<IDatabase?> OpenAsync(DatabaseEngine engine, string connectionString, ClientDatabasePolicy policy, CancellationToken cancellationToken)
    {
        if (Read(engine, connectionString, policy) is not { } connection)
            return null;
        var (admitted, address) = await CheckAsync(engine, connection, policy, cancellationToken);
        return admitted ? await opener.MigrateAsync(engines.ConnectionsOf(engine)!.Open(connection, address, policy), cancellationToken) : null;
    }

    private async Task<(bool Admitted, IPAddress? Address)> CheckAsync(DatabaseEngine engine, BroughtConnection connection, ClientDatabasePolicy policy, CancellationToken cancellationToken)
    {
        if (connection.Host is null)
            return (true, null);
        var address = await hosts.AdmitAsync(connection, engines.ConnectionsOf(engine)!.DefaultPort, policy, cancellationToken);
        return (address is not null, address);
    }
}
