namespace AuthKit.Databases;

/// <summary>A database that the host names.</summary>
/// <param name="KeyIdentifier">Its engine, by one of its <see cref="DatabaseEngine.KeyIdentifiers"/>.</param>
/// <param name="ConnectionString">How to reach it; a secret.</param>
/// <param name="Migrate">Whether AuthKit brings the schema up to date at first use.</param>
public sealed record DatabaseRegistration(string KeyIdentifier, string ConnectionString, bool Migrate = true)
{
    /// <inheritdoc/>
    public override string ToString() => $"{KeyIdentifier} database";
}
