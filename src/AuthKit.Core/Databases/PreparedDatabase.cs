namespace AuthKit.Databases;

/// <summary>
/// A database that is opened at first use and closed when nobody uses it. Whoever comes while it is being opened waits
/// for the one attempt under way; where that fails, the next use makes another.
/// </summary>
internal sealed class PreparedDatabase : IAsyncDisposable
{
    private readonly Func<CancellationToken, Task<DatabasePorts>> _open;
    private readonly Action _release;
    private readonly Action _releaseUnnoticed;
    private readonly CancellationTokenSource _ending = new();
    private readonly Lock _lock = new();
    private Task<DatabasePorts>? _opened;
    private int _leases;
    private long _lastUsed;

    public PreparedDatabase(Func<CancellationToken, Task<DatabasePorts>> open, TimeProvider time, Action? released = null)
    {
        _open = open;
        _release = () =>
        {
            Volatile.Write(ref _lastUsed, time.GetUtcNow().UtcTicks);
            Leave();
            released?.Invoke();
        };
        _releaseUnnoticed = Leave;
    }

    public bool IsOpen => Volatile.Read(ref _opened) is { IsCompletedSuccessfully: true };

    /// <summary>When the last use ended.</summary>
    public DateTimeOffset LastUsed => new(Volatile.Read(ref _lastUsed), TimeSpan.Zero);

    /// <summary>The database, kept open until what is returned is disposed of.</summary>
    public ValueTask<DatabaseLease> LeaseAsync(CancellationToken cancellationToken)
    {
        Task<DatabasePorts> opened;
        lock (_lock)
        {
            // On a thread of its own: a driver may be synchronous underneath, and callers who give up must not end it for others.
            if (_opened is null or { IsFaulted: true } or { IsCanceled: true })
                _opened = Task.Run(() => _open(_ending.Token), _ending.Token);
            opened = _opened;
            _leases++;
        }

        return opened.IsCompletedSuccessfully ? new(new DatabaseLease(opened.Result, _release)) : new(WaitAsync(opened, cancellationToken));
    }

    /// <summary>The database, where it is open. This use does not make it any younger.</summary>
    public DatabaseLease? LeaseIfOpen()
    {
        lock (_lock)
        {
            if (!IsOpen)
                return null;
            _leases++;
            return new DatabaseLease(_opened!.Result, _releaseUnnoticed);
        }
    }

    /// <summary>Takes the database out to be closed by the caller; null where it is not open, or in use.</summary>
    public IDatabase? TakeIfUnused()
    {
        lock (_lock)
        {
            if (_leases > 0 || !IsOpen)
                return null;
            var database = _opened!.Result.Database;
            _opened = null;
            return database;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        try
        {
            if (_opened is { } opened)
                await (await opened).Database.DisposeAsync();
        }
        catch (Exception)
        {
            // Whoever waited for it has been told.
        }

        _ending.Dispose();
    }

    private async Task<DatabaseLease> WaitAsync(Task<DatabasePorts> opened, CancellationToken cancellationToken)
    {
        try
        {
            return new DatabaseLease(await opened.WaitAsync(cancellationToken), _release);
        }
        catch
        {
            Leave();
            throw;
        }
    }

    private void Leave()
    {
        lock (_lock)
            _leases--;
    }
}
