namespace AuthKit.Features.Import;

/// <summary>An export of accounts.</summary>
public sealed record AccountExport
{
    /// <summary>The tenant whose accounts are read.</summary>
    /// <value>Default: the home database.</value>
    public string Tenant { get; init; } = Tenants.Tenant.Home;

    /// <summary>Whether the hashes of passwords are among it. Whoever has them can guess passwords, as fast as they can compute hashes.</summary>
    /// <value>Default: false.</value>
    public bool PasswordHashes { get; init; }
}
