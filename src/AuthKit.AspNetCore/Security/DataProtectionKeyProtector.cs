using System.Diagnostics.CodeAnalysis;
using AuthKit.Tokens;
using Microsoft.AspNetCore.DataProtection;

namespace AuthKit.Security;

/// <summary>Protects the key ring with ASP.NET Core Data Protection.</summary>
internal sealed class DataProtectionKeyProtector(IDataProtectionProvider provider) : IKeyProtector
{
    private readonly IDataProtector _protector = provider.CreateProtector("AuthKit.KeyRing");

    public byte[] Protect(byte[] key) => _protector.Protect(key);

    public bool TryUnprotect(byte[] protectedKey, [NotNullWhen(true)] out byte[]? key) => _protector.TryUnprotect(protectedKey, out key);
}
