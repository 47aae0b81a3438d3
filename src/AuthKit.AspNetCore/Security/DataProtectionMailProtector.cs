using System.Diagnostics.CodeAnalysis;
using AuthKit.Mail;
using Microsoft.AspNetCore.DataProtection;

namespace AuthKit.Security;

/// <summary>Protects what mail is worded from with ASP.NET Core Data Protection.</summary>
internal sealed class DataProtectionMailProtector(IDataProtectionProvider provider) : IMailProtector
{
    private readonly IDataProtector _protector = provider.CreateProtector("AuthKit.Outbox");

    public byte[] Protect(byte[] data) => _protector.Protect(data);

    public bool TryUnprotect(byte[] protectedData, [NotNullWhen(true)] out byte[]? data) => _protector.TryUnprotect(protectedData, out data);
}
