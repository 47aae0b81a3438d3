using AuthKit.Databases;

namespace AuthKit.Tenants;

/// <summary>A part of the host's users that lives in a database of its own.</summary>
/// <param name="Alias">The name that selects it, and the <c>tid</c> of its tokens: letters, digits, hyphens and underscores.</param>
/// <param name="Database">Where its users live.</param>
public sealed record Tenant(string Alias, DatabaseRegistration Database)
{
    /// <summary>What stands for the alias of users who live in the home database.</summary>
    public const string Home = "";

    internal const int MaxAlias = 64;
}
