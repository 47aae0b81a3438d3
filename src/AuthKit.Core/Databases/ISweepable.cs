namespace AuthKit.Databases;

/// <summary>What a feature keeps for a while, in the databases that users live in: swept with AuthKit's own.</summary>
internal interface ISweepable
{
    /// <summary>Removes what had expired by then.</summary>
    /// <param name="database">The database.</param>
    /// <param name="tenant">Whose it is; the empty text for the home database.</param>
    /// <param name="now">The time of the sweep.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task SweepAsync(DatabaseLease database, string tenant, DateTimeOffset now, CancellationToken cancellationToken);
}
