using System.Diagnostics.CodeAnalysis;

namespace AuthKit.Tenants;

/// <summary>Protects at rest the connection strings that callers brought; on ASP.NET Core it is Data Protection, with a purpose of its own.</summary>
public interface IConnectionProtector
{
    /// <summary>Protects a connection string.</summary>
    byte[] Protect(string connectionString);

    /// <summary>Gives a connection string back.</summary>
    /// <returns>False where it was protected elsewhere, or is damaged.</returns>
    bool TryUnprotect(byte[] protectedConnection, [NotNullWhen(true)] out string? connectionString);
}
