using System.Diagnostics;
using System.Threading.RateLimiting;
using AuthKit.Telemetry;

namespace AuthKit.Passwords;

/// <summary>Hashing and checking of passwords, one at a time per processor.</summary>
internal sealed class PasswordHashing(IPasswordHasher hasher, IEnumerable<IForeignPasswordHash> foreignHashes, PasswordGate gate, AuthKitMetrics metrics)
{
    private static readonly Failure Busy = new(Fault.Busy) { RetryAfter = TimeSpan.FromSeconds(1) };

    // What an unknown account's password is compared with, so that it takes the time of a known one's.
    private readonly Lazy<string> _dummy = new(() => hasher.Hash(Guid.NewGuid().ToString()));

    public async ValueTask<Outcome<string>> HashAsync(string password, CancellationToken cancellationToken)
    {
        using var place = await EnterAsync(cancellationToken);
        if (place is null)
            return Busy;
        var started = Stopwatch.GetTimestamp();
        var hash = hasher.Hash(OpaqueString.Prepare(password));
        metrics.PasswordHashed(Stopwatch.GetElapsedTime(started));
        return hash;
    }

    /// <summary>Compares a password with a hash, or with that of a password nobody knows where there is none, so that a timing attack does not tell accounts from other names.</summary>
    public async ValueTask<Outcome<PasswordCheck>> VerifyAsync(string? hash, string password, CancellationToken cancellationToken)
    {
        using var place = await EnterAsync(cancellationToken);
        if (place is null)
            return Busy;
        var started = Stopwatch.GetTimestamp();
        var check = Check(hash, password);
        metrics.PasswordHashed(Stopwatch.GetElapsedTime(started));
        return check;
    }

    /// <summary>Whether a stored hash is one that a password can be compared with, within what that may cost; nothing is computed.</summary>
    public bool Reads(string hash) => PhcString.Parse(hash) is not null || foreignHashes.Any(foreign => foreign.Reads(hash));

    /// <summary>Computes the hash for unknown accounts, which the first request would otherwise wait for.</summary>
    public void Warm() => _ = _dummy.Value;

    private async ValueTask<RateLimitLease?> EnterAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var place = await gate.EnterAsync(cancellationToken);
        metrics.PasswordWaited(Stopwatch.GetElapsedTime(started));
        return place;
    }

    private PasswordCheck Check(string? hash, string password)
    {
        var prepared = OpaqueString.Prepare(password);
        // A hash that is older than the preparing is one of what was typed.
        var verdict = Verify(hash, prepared);
        if (verdict is PasswordVerification.Failed && prepared != password && Verify(hash, password) is not PasswordVerification.Failed)
            verdict = PasswordVerification.SucceededUpgradeNeeded;
        return verdict switch
        {
            PasswordVerification.Failed => PasswordCheck.Wrong,
            PasswordVerification.Succeeded => PasswordCheck.Right,
            _ => new PasswordCheck(true, hasher.Hash(prepared)),
        };
    }

    private PasswordVerification Verify(string? hash, string password)
    {
        if (hash is null)
        {
            hasher.Verify(_dummy.Value, password);
            return PasswordVerification.Failed;
        }

        var verdict = hasher.Verify(hash, password);
        return verdict is PasswordVerification.Failed && IsForeign(hash, password) ? PasswordVerification.SucceededUpgradeNeeded : verdict;
    }

    private bool IsForeign(string hash, string password) =>
        foreignHashes.Select(foreign => foreign.Verify(hash, password)).FirstOrDefault(matches => matches is not null) is true;
}
