using System.Diagnostics.CodeAnalysis;

namespace AuthKit.Mail;

/// <summary>Protects at rest what mail is worded from, so that who reads the database reads no link; on ASP.NET Core it is Data Protection, with a purpose of its own.</summary>
public interface IMailProtector
{
    /// <summary>Protects a mail's data.</summary>
    byte[] Protect(byte[] data);

    /// <summary>Gives a mail's data back.</summary>
    /// <returns>False where it was protected elsewhere, or is damaged.</returns>
    bool TryUnprotect(byte[] protectedData, [NotNullWhen(true)] out byte[]? data);
}
