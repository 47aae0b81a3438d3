namespace AuthKit.Passwords;

/// <summary>Hashes of another system (bcrypt, scrypt, …), which a host can verify with a library of its choice until their owners have signed in once.</summary>
/// <remarks>
/// A hash says itself what checking it costs, and whoever writes to a tenant's database can plant one: what costs more than the host can bear is not of this
/// kind (denial of service).
/// </remarks>
public interface IForeignPasswordHash
{
    /// <summary>Whether a password belongs to a stored hash, compared in constant time; null where the hash is not of this kind, malformed, or beyond what checking it may cost.</summary>
    bool? Verify(string hash, string password);

    /// <summary>Whether <see cref="Verify"/> can tell anything of a hash, for an import that asks before anybody signs in. By default it checks an empty password, which costs a hash.</summary>
    /// <param name="hash">The hash.</param>
    bool Reads(string hash) => Verify(hash, "") is not null;
}
