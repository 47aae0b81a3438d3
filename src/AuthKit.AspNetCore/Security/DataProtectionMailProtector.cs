using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using AuthKit.Mail;
using Microsoft.AspNetCore.DataProtection;

namespace AuthKit.Security;

/// <summary>Protects what mail is worded from with ASP.NET Core Data Protection.</summary>
internal sealed class DataProtectionMailProtector(IDataProtectionProvider provider) : IMailProtector
{
    private readonly IDataProtector _protector = provider.CreateProtector("AuthKit.Outbox");

    public byte[] Protect(byte[] data) => _protector.Protect(data);

    public bool TryUnprotect(byte[] protectedData, [NotNullWhen(true)] out byte[]? data)
    {
        try
        {
            data = _protector.Unprotect(protectedData);
            return true;
        }
        catch (CryptographicException)
        {
            data = null;
            return false;
        }
    }
}
