namespace AuthKit.Databases.Brought;

/// <summary>What is left of a connection string that a caller brought.</summary>
/// <param name="ConnectionString">The options that are allowed, in canonical form; a secret.</param>
/// <param name="Host">The server as the string names it; null for a file.</param>
/// <param name="Port">The server's port; 0 for a file.</param>
public sealed record BroughtConnection(string ConnectionString, string? Host = null, int Port = 0)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(BroughtConnection);
}
