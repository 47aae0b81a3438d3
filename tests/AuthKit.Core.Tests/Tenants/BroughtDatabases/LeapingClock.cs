namespace AuthKit.Core.Tests.Tenants.BroughtDatabases;

/// <summary>Between two looks at its timestamp an hour has passed, so that nobody waits for a time that was to pass.</summary>
internal sealed class LeapingClock : TimeProvider
{
    private long _now;

    public override long GetTimestamp() => Interlocked.Add(ref _now, TimestampFrequency * 3600);
}
