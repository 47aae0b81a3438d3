using System.Security.Cryptography;
using AuthKit.Grants;
using AuthKit.Stores;

namespace AuthKit.Users;

/// <summary>Writes where there is nothing to write, because the time of a write tells known accounts from unknown ones.</summary>
internal sealed class Decoy(HomeDatabase home, TimeProvider time)
{
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var database = await home.GetAsync(cancellationToken);
        await database.Grants.CreateAsync(Expired(time.GetUtcNow()), cancellationToken);
    }

    // Born expired: the sweeper takes it away, and it opens nothing.
    private static Grant Expired(DateTimeOffset now) => new()
    {
        Handle = RandomNumberGenerator.GetBytes(16),
        Kind = GrantKind.PasswordReset,
        SecretHash = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes),
        UserId = Guid.Empty,
        CreatedAt = now,
        ExpiresAt = now,
    };
}
