namespace AuthKit.Stores.Tests.RoundTrips;

/// <summary>Counts the commands sent to a server.</summary>
public sealed class RoundTripCounter
{
    private int _count;

    public void Add() => Interlocked.Increment(ref _count);

    public async Task<int> DuringAsync(Func<Task> call)
    {
        var before = _count;
        await call();
        return _count - before;
    }
}
