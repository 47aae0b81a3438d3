namespace AuthKit.Features.Import;

/// <summary>What to know beside a file of accounts.</summary>
public sealed record AccountFormatOptions
{
    /// <summary>What the file calls a field, by what the format calls it. Case does not matter.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyDictionary<string, string> FieldNames { get; init; } = new Dictionary<string, string>();

    /// <summary>What this host calls a provider, by what the file calls it; beside those that the format knows. Case does not matter.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyDictionary<string, string> Providers { get; init; } = new Dictionary<string, string>();

    /// <summary>The file of password hashes, where the system exports them apart (Auth0).</summary>
    /// <value>Default: null.</value>
    public Stream? PasswordHashes { get; init; }
}
