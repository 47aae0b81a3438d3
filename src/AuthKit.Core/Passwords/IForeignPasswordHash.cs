namespace AuthKit.Passwords;

/// <summary>Hashes of another system (bcrypt, scrypt, …), which a host can verify with a library of its choice until their owners have signed in once.</summary>
public interface IForeignPasswordHash
{
    /// <summary>Whether a password belongs to a stored hash; null where the hash is not of this kind.</summary>
    bool? Verify(string hash, string password);
}
