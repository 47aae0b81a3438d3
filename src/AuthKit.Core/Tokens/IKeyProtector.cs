using System.Diagnostics.CodeAnalysis;

namespace AuthKit.Tokens;

/// <summary>Protects the ring's private keys at rest; on ASP.NET Core it is Data Protection.</summary>
public interface IKeyProtector
{
    /// <summary>Protects a private key.</summary>
    byte[] Protect(byte[] key);

    /// <summary>Gives a private key back.</summary>
    /// <returns>False where it was protected elsewhere, or is damaged.</returns>
    bool TryUnprotect(byte[] protectedKey, [NotNullWhen(true)] out byte[]? key);
}
