using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace AuthKit.Passwords;

/// <summary>Bounds how many hashes are computed at once and how many wait, so that a burst of sign-ins cannot exhaust memory.</summary>
internal sealed class PasswordGate(IOptions<AuthKitOptions> options) : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new()
    {
        PermitLimit = options.Value.Passwords.MaxConcurrentHashes,
        QueueLimit = options.Value.Passwords.MaxQueuedHashes,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>A place to hash in, or null where even the queue is full.</summary>
    public async ValueTask<RateLimitLease?> EnterAsync(CancellationToken cancellationToken)
    {
        var lease = await _limiter.AcquireAsync(1, cancellationToken);
        if (lease.IsAcquired)
            return lease;
        lease.Dispose();
        return null;
    }

    public void Dispose() => _limiter.Dispose();
}
