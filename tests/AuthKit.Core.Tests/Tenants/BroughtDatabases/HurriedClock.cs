using System.Collections.Concurrent;

namespace AuthKit.Core.Tests.Tenants.BroughtDatabases;

/// <summary>Time stands still, but every timer fires at once and is noted.</summary>
internal sealed class HurriedClock : TimeProvider
{
    public ConcurrentQueue<TimeSpan> Timers { get; } = new();

    public override long GetTimestamp() => 0;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Timers.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
