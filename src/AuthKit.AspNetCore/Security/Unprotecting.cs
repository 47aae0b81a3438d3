using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace AuthKit.Security;

internal static class Unprotecting
{
    /// <summary>Unprotects data; false where it was altered, made for another purpose, or under keys that are lost.</summary>
    public static bool TryUnprotect(this IDataProtector protector, byte[] protectedData, [NotNullWhen(true)] out byte[]? data)
    {
        try
        {
            data = protector.Unprotect(protectedData);
            return true;
        }
        catch (CryptographicException)
        {
            data = null;
            return false;
        }
    }
}
