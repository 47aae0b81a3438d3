namespace AuthKit.Tenants;

/// <summary>What a request says of the database that its user is to live in. It selects among registered tenants and is never opened.</summary>
/// <param name="ConnectionString">A tenant's alias, or the connection string that the tenant was registered with.</param>
/// <param name="KeyIdentifier">The engine's key identifier; it must be the tenant's.</param>
/// <param name="Required">Whether it has to be there; otherwise a user without one lives in the home database.</param>
public sealed record DatabaseSelector(string? ConnectionString, string? KeyIdentifier, bool Required)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(DatabaseSelector);
}
