using AuthKit.Databases;

namespace AuthKit.Tenants;

/// <summary>A part of the host's users that lives in a database of its own.</summary>
/// <param name="Alias">The name that selects it, and the <c>tid</c> of its tokens: letters, digits, hyphens and underscores.</param>
/// <param name="Database">Where its users live.</param>
public sealed record Tenant(string Alias, DatabaseRegistration Database)
{
    /// <summary>What stands for the alias of users who live in the home database.</summary>
    public const string Home = "";

    /// <summary>Who may register in it. Whoever may not is answered as if there were no such tenant.</summary>
    /// <value>Default: <see cref="TenantRegistration.Open"/>, of which a warning tells at start-up.</value>
    public TenantRegistration Registration { get; init; }

    internal const int MaxAlias = 64;
}
