using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using AuthKit.TwoFactor.Events;
using AuthKit.Users;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;

namespace AuthKit.TwoFactor.Codes;

/// <summary>
/// Secrets of authenticators, and their protection at rest by ASP.NET Core Data Protection: for a purpose that names the account, so that
/// a row which somebody copies to another account opens nothing.
/// </summary>
internal sealed class AuthenticatorSecrets(IDataProtectionProvider provider, ILogger<AuthenticatorSecrets> logger)
{
    /// <summary>As many as the MAC has (RFC 4226 §4, R6).</summary>
    private const int Bytes = 20;

    private readonly IDataProtector _protector = provider.CreateProtector("AuthKit.TwoFactor");

    public static byte[] New() => RandomNumberGenerator.GetBytes(Bytes);

    public byte[] Protect(Account account, byte[] secret) => ProtectorOf(account).Protect(secret);

    /// <returns>False where it was altered, is another account's, or the host has lost its keys: no code is right then.</returns>
    public bool TryUnprotect(Account account, byte[] protectedSecret, [NotNullWhen(true)] out byte[]? secret)
    {
        try
        {
            secret = ProtectorOf(account).Unprotect(protectedSecret);
            return true;
        }
        catch (CryptographicException e)
        {
            logger.SecretUnreadable(account.User.Id, account.Tenant, e);
            secret = null;
            return false;
        }
    }

    /// <summary>A key that only whoever can read the secret has, for a use of its own (HKDF, RFC 5869).</summary>
    public static byte[] Derive(byte[] secret, ReadOnlySpan<byte> use)
    {
        var key = new byte[HMACSHA256.HashSizeInBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, key, salt: default, use);
        return key;
    }

    private IDataProtector ProtectorOf(Account account) => _protector.CreateProtector($"{account.Tenant}\n{account.User.Id}");
}
