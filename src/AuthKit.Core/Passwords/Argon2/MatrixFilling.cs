namespace AuthKit.Passwords.Argon2;

/// <summary>Fills a matrix, pass by pass and slice by slice, the lanes of a slice side by side (RFC 9106 §3.2, steps 5 and 6; §3.4).</summary>
/// <remarks>
/// Segments are claimed one by one in the order pass, slice, lane. A thread waits only for segments of earlier slices,
/// which running threads have claimed, so the work always goes on: even with one thread, and even when the thread pool
/// is too busy to send any.
/// </remarks>
internal sealed class MatrixFilling : IThreadPoolWorkItem
{
    private readonly BlockMatrix _matrix;
    private readonly int _passes;
    private readonly Argon2Path _path;
    private readonly long _segments;
    private readonly object _progress = new();
    private long _claimed;
    private long _filled;

    /// <summary>Prepares to fill everything that follows the first two columns.</summary>
    /// <param name="matrix">The matrix, with its first two columns.</param>
    /// <param name="passes">The number of passes, t.</param>
    /// <param name="path">The instructions to compute G with.</param>
    public MatrixFilling(BlockMatrix matrix, int passes, Argon2Path path)
    {
        (_matrix, _passes, _path) = (matrix, passes, path);
        _segments = (long)passes * BlockMatrix.Slices * matrix.Lanes;
    }

    /// <summary>Fills the matrix, and returns when all of it is filled.</summary>
    /// <param name="threads">The most threads to use: this one, and the others from the thread pool.</param>
    public void Run(int threads)
    {
        for (var helper = 1; helper < Math.Min(threads, _matrix.Lanes); helper++)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

        Execute();
        WaitUntilFilled(_segments);
    }

    /// <summary>Fills segments until none is left to claim. A thread that comes late finds none, and touches no memory.</summary>
    public void Execute()
    {
        while (Interlocked.Increment(ref _claimed) - 1 is var segment && segment < _segments)
        {
            var (slices, lane) = Math.DivRem(segment, _matrix.Lanes);
            WaitUntilFilled(slices * _matrix.Lanes);

            var (pass, slice) = Math.DivRem(slices, BlockMatrix.Slices);
            Fill((int)pass, (int)slice, (int)lane);

            if (Interlocked.Increment(ref _filled) % _matrix.Lanes == 0)
                AnnounceSlice();
        }
    }

    private void Fill(int pass, int slice, int lane)
    {
        switch (_path)
        {
            case Argon2Path.Vector512:
                Segment.Fill<Compression512>(_matrix, _passes, pass, slice, lane);
                break;
            case Argon2Path.Vector256:
                Segment.Fill<Compression256>(_matrix, _passes, pass, slice, lane);
                break;
            case Argon2Path.Vector128:
                Segment.Fill<Compression128>(_matrix, _passes, pass, slice, lane);
                break;
            case Argon2Path.Scalar:
                Segment.Fill<CompressionScalar>(_matrix, _passes, pass, slice, lane);
                break;
            default:
                throw new InvalidOperationException($"There is no path {_path}.");
        }
    }

    private void WaitUntilFilled(long segments)
    {
        // The lanes of a slice take the same time, so what is awaited is mostly about to happen.
        var spinner = new SpinWait();
        while (Volatile.Read(ref _filled) < segments && !spinner.NextSpinWillYield)
            spinner.SpinOnce();

        if (Volatile.Read(ref _filled) >= segments)
            return;

        lock (_progress)
        {
            while (Volatile.Read(ref _filled) < segments)
                Monitor.Wait(_progress);
        }
    }

    private void AnnounceSlice()
    {
        lock (_progress)
            Monitor.PulseAll(_progress);
    }
}
