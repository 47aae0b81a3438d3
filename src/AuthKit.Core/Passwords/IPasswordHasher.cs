namespace AuthKit.Passwords;

/// <summary>Turns passwords into strings that can be stored, and checks passwords against them.</summary>
public interface IPasswordHasher
{
    /// <summary>Hashes a password with a fresh salt.</summary>
    /// <returns>The stored form, which carries its own parameters and salt.</returns>
    string Hash(string password);

    /// <summary>Checks a password against a stored hash. A malformed hash fails; it never throws.</summary>
    PasswordVerification Verify(string hash, string password);
}
