using AuthKit.Databases;
using AuthKit.Users.Attempts;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>
/// The lockout of clients whose secret could be guessed. Failures are counted in the store, for all nodes; a client without any
/// costs no round trip. An address that a client has authenticated from before has a count of its own, so that whoever guesses
/// from elsewhere does not lock the client out.
/// </summary>
internal sealed class ClientLockout(HomeDatabase home, AttemptCounter counter, IOptions<AuthKitOptions> options, TimeProvider time) : IDisposable
{
    private const string Kind = "client";

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    // Whom this node has seen fail, and until when they are locked.
    private readonly MemoryCache _failing = new(new MemoryCacheOptions { SizeLimit = options.Value.MaxCacheEntries });
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = options.Value.MaxCacheEntries });

    /// <summary>Whether a secret is the right one; <see cref="Fault.TooManyRequests"/>, right or not, while the client is locked.</summary>
    /// <param name="client">The client.</param>
    /// <param name="address">Where the request came from; null where that is not known.</param>
    /// <param name="isKnown">Whether the secret is known to be right already.</param>
    /// <param name="judge">Tells whether it is; asked once the attempt has been counted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Outcome<SecretCheck>> CheckAsync(Client client, string? address, bool isKnown, Func<ValueTask<Outcome<bool>>> judge, CancellationToken cancellationToken)
    {
        var (here, now) = ($"{client.Id}\n{address}", time.GetUtcNow());
        var isKnownHere = _known.TryGetValue(here, out _);
        var subject = isKnownHere ? here : client.Id;
        if (!_failing.TryGetValue(subject, out DateTimeOffset lockedUntil))
        {
            if (isKnown)
                return isKnownHere ? SecretCheck.Right : Right(here);
            // Before the store is asked, so that those who come meanwhile are counted there before they are judged.
            Fails(subject, default);
        }

        if (now < lockedUntil)
            return Locked(lockedUntil - now);
        var database = await home.GetAsync(cancellationToken);
        var key = AttemptCounter.Subject(Kind, subject);
        if ((await counter.BookAsync(database, key, options.Value.Lockout.MaxFailedClientAttempts, cancellationToken)).LockedUntil is { } until)
        {
            Fails(subject, until);
            return Locked(until - now);
        }

        if (!(await judge()).Succeeded(out var isRight, out var busy))
            return busy;
        if (!isRight)
            return SecretCheck.Wrong;
        await database.Attempts.ClearAsync(key, cancellationToken);
        _failing.Remove(subject);
        return Right(here);
    }

    public void Dispose()
    {
        _failing.Dispose();
        _known.Dispose();
    }

    private SecretCheck Right(string here)
    {
        _known.Set(here, true, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Remembered });
        return SecretCheck.Right;
    }

    private void Fails(string subject, DateTimeOffset lockedUntil) =>
        _failing.Set(subject, lockedUntil, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Remembered });

    private static Failure Locked(TimeSpan wait) => new(Fault.TooManyRequests) { RetryAfter = wait };
}

/// <summary>What a secret was found to be.</summary>
internal enum SecretCheck
{
    Wrong,
    Right,
}
