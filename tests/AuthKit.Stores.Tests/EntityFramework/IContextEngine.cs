using Microsoft.EntityFrameworkCore;

namespace AuthKit.Stores.Tests.EntityFramework;

/// <summary>An engine that a host's context is on.</summary>
public interface IContextEngine
{
    /// <summary>Sets a context up for a database, by the provider's own method.</summary>
    void Use(DbContextOptionsBuilder options, string connectionString);

    /// <summary>A database without a table.</summary>
    Task<string> CreateEmptyDatabaseAsync();
}
