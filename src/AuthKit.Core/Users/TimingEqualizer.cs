using System.Security.Cryptography;
using AuthKit.Grants;
using AuthKit.Stores;

namespace AuthKit.Users;

/// <summary>Writes where there is nothing to write, against timing attacks: without it, the time of a write tells known accounts from unknown ones.</summary>
internal sealed class TimingEqualizer(HomeDatabase home, TimeProvider time)
{
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var database = await home.GetAsync(cancellationToken);
        await database.Grants.CreateAsync(Expired(time.GetUtcNow()), cancellationToken);
    }

    // Expired from the start, so that it opens nothing and the sweeper deletes it.
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
