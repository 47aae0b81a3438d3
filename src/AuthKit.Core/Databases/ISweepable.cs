namespace AuthKit.Databases;

/// <summary>What a feature keeps for a while, in the databases that users live in: swept with AuthKit's own.</summary>
internal interface ISweepable
{
    /// <summary>Removes what had expired by then.</summary>
    Task SweepAsync(DatabaseLease database, DateTimeOffset now, CancellationToken cancellationToken);
}
