using System.Diagnostics.CodeAnalysis;
using System.Text;
using AuthKit.Tenants;
using Microsoft.AspNetCore.DataProtection;

namespace AuthKit.Security;

/// <summary>Protects callers' connection strings with ASP.NET Core Data Protection, for a purpose that the key ring's protector does not share.</summary>
internal sealed class DataProtectionConnectionProtector(IDataProtectionProvider provider) : IConnectionProtector
{
    private readonly IDataProtector _protector = provider.CreateProtector("AuthKit.BroughtConnections");

    public byte[] Protect(string connectionString) => _protector.Protect(Encoding.UTF8.GetBytes(connectionString));

    public bool TryUnprotect(byte[] protectedConnection, [NotNullWhen(true)] out string? connectionString)
    {
        connectionString = _protector.TryUnprotect(protectedConnection, out var utf8) ? Encoding.UTF8.GetString(utf8) : null;
        return connectionString is not null;
    }
}
