using AuthKit.Databases;
using AuthKit.Queues;
using AuthKit.Sessions;

namespace AuthKit.AuthorizationServer.Logouts;

/// <summary>Logouts on their way to clients, in the store (outbox): what was enqueued is told by this process or another, and no sign-out waits for a client.</summary>
internal sealed class LogoutQueue(HomeDatabase home, TimeProvider time)
{
    /// <summary>After this a client has ended its session by itself, or will never hear.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);

    /// <summary>What wakes this process's sender.</summary>
    public QueueSignal Signal { get; } = new(time);

    /// <summary>Enqueues what the clients of these sessions are to be told; it is kept when this returns.</summary>
    public async Task EnqueueAsync(IEnumerable<Session> ended, string tenant, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var database = await home.GetAsync(cancellationToken);
        foreach (var session in ended)
        {
            var notice = new LogoutNotice
            {
                Id = Guid.CreateVersion7(now),
                ClientId = session.ClientId,
                UserId = session.UserId,
                Tenant = tenant,
                SessionId = session.Id,
                CreatedAt = now,
                ExpiresAt = now + Life,
                DueAt = now,
            };
            await database.LogoutNotices.EnqueueAsync(notice, cancellationToken);
            Signal.Raise();
        }
    }
}
