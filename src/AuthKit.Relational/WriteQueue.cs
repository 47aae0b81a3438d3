using AuthKit.Stores;

namespace AuthKit.Relational;

/// <summary>
/// Lets one write at a time through to an engine that admits only one writer. Whoever waits here waits in order and blocks
/// no thread; at the engine's own lock it would poll, out of order, on a thread of the pool.
/// </summary>
internal sealed class WriteQueue(TimeSpan patience) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <exception cref="StoreUnavailableException">The turn did not come in time.</exception>
    public async Task<Turn> EnterAsync(CancellationToken cancellationToken) => await _turn.WaitAsync(patience, cancellationToken)
        ? new(_turn)
        : throw new StoreUnavailableException("The database is busy: too many writes are waiting.");

    public void Dispose() => _turn.Dispose();

    public readonly struct Turn(SemaphoreSlim? turn) : IDisposable
    {
        public void Dispose() => turn?.Release();
    }
}
