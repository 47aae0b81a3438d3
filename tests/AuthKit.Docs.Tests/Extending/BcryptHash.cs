using AuthKit.Passwords;

namespace AuthKit.Docs.Tests.Extending;

public sealed class BcryptHash : IForeignPasswordHash
{
    public bool? Verify(string hash, string password) =>
        hash.StartsWith("$2", StringComparison.Ordinal) ? Bcrypt.Verify(password, hash) : null;
}
