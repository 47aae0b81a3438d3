using System.Diagnostics.CodeAnalysis;
using System.Text;
using AuthKit.Mail;
using AuthKit.Tenants;
using AuthKit.Tokens;

namespace AuthKit.Core.Tests.Tenants.BroughtDatabases;

/// <summary>Protects so that a test can tell.</summary>
internal sealed class PlainProtector : IKeyProtector, IConnectionProtector, IMailProtector
{
    public byte[] Protect(byte[] key) => [.. key.Select(value => (byte)~value)];

    public bool TryUnprotect(byte[] protectedKey, [NotNullWhen(true)] out byte[]? key)
    {
        key = Protect(protectedKey);
        return true;
    }

    public byte[] Protect(string connectionString) => Protect(Encoding.UTF8.GetBytes(connectionString));

    public bool TryUnprotect(byte[] protectedConnection, [NotNullWhen(true)] out string? connectionString)
    {
        connectionString = Encoding.UTF8.GetString(Protect(protectedConnection));
        return true;
    }
}
