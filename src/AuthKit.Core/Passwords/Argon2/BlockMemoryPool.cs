namespace AuthKit.Passwords.Argon2;

/// <summary>Keeps the memory of finished hashes for the next ones, a bounded number of matrices and for a bounded time.</summary>
/// <remarks>
/// Fresh memory costs a page fault for each 4 KiB at its first use, which is a good part of what a hash costs; memory
/// used a moment ago is even in the processor's cache. So the last to come is the first to go.
/// </remarks>
internal sealed class BlockMemoryPool : IDisposable
{
    private readonly int _capacity;
    private readonly TimeSpan _idleTime;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private readonly List<Idle> _idle;
    private readonly ITimer _timer;

    /// <summary>Starts empty.</summary>
    /// <param name="capacity">The most matrices kept idle.</param>
    /// <param name="idleTime">How long a matrix is kept idle.</param>
    /// <param name="clock">Tells the time.</param>
    public BlockMemoryPool(int capacity, TimeSpan idleTime, TimeProvider clock)
    {
        (_capacity, _idleTime, _clock) = (capacity, idleTime, clock);
        _idle = new(capacity + 1);

        // The timer outlives the request that happens to come first, and must not keep its context alive.
        using AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        _timer = clock.CreateTimer(_ => Trim(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The pool of the process: as many idle matrices as processors, for half a minute.</summary>
    public static BlockMemoryPool Shared { get; } = new(Environment.ProcessorCount, TimeSpan.FromSeconds(30), TimeProvider.System);

    /// <summary>How many matrices are idle.</summary>
    public int IdleCount
    {
        get
        {
            lock (_lock)
                return _idle.Count;
        }
    }

    /// <summary>Lends memory of exactly a size. Its contents are anything.</summary>
    /// <exception cref="OutOfMemoryException">There is not that much.</exception>
    public BlockMemory Rent(long size)
    {
        lock (_lock)
        {
            var last = _idle.FindLastIndex(i => i.Memory.Size == size);
            if (last >= 0)
            {
                var memory = _idle[last].Memory;
                _idle.RemoveAt(last);
                return memory;
            }
        }

        return new BlockMemory(size);
    }

    /// <summary>Clears memory and takes it back.</summary>
    public void Return(BlockMemory memory)
    {
        memory.Clear();

        BlockMemory? oldest = null;
        lock (_lock)
        {
            _idle.Add(new(memory, _clock.GetTimestamp()));
            if (_idle.Count == 1)
                _timer.Change(_idleTime, Timeout.InfiniteTimeSpan);

            if (_idle.Count > _capacity)
            {
                oldest = _idle[0].Memory;
                _idle.RemoveAt(0);
            }
        }

        oldest?.Dispose();
    }

    /// <summary>Gives all idle memory back to the system.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _timer.Dispose();
            _idle.ForEach(i => i.Memory.Dispose());
            _idle.Clear();
        }
    }

    private void Trim()
    {
        lock (_lock)
        {
            var now = _clock.GetTimestamp();
            while (_idle is [var oldest, ..])
            {
                var rest = _idleTime - _clock.GetElapsedTime(oldest.Since, now);
                if (rest > TimeSpan.Zero)
                {
                    _timer.Change(rest, Timeout.InfiniteTimeSpan);
                    return;
                }

                oldest.Memory.Dispose();
                _idle.RemoveAt(0);
            }
        }
    }

    private readonly record struct Idle(BlockMemory Memory, long Since);
}
