namespace AuthKit.Stores;

/// <summary>A database that the host names.</summary>
/// <param name="Engine">Its engine.</param>
/// <param name="ConnectionString">How to reach it; a secret.</param>
/// <param name="Migrate">Whether AuthKit brings the schema up to date at first use.</param>
public sealed record DatabaseRegistration(DatabaseEngine Engine, string ConnectionString, bool Migrate = true)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Engine} database";
}
