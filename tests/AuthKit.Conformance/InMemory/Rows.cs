namespace AuthKit.Conformance.InMemory;

/// <summary>Rows under one lock, which makes every operation on them atomic.</summary>
internal sealed class Rows<T> where T : class
{
    private readonly Lock _lock = new();
    private readonly List<T> _rows = [];

    public Task<TResult> DoAsync<TResult>(Func<List<T>, TResult> operation, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<TResult>(cancellationToken);
        lock (_lock)
            return Task.FromResult(operation(_rows));
    }

    public Task<T?> FindAsync(Predicate<T> condition, CancellationToken cancellationToken) => DoAsync(rows => rows.Find(condition), cancellationToken);

    /// <returns>The number of rows changed.</returns>
    public Task<int> ChangeAsync(Predicate<T> condition, Func<T, T> change, CancellationToken cancellationToken) => DoAsync(rows =>
    {
        var changed = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            if (!condition(rows[i]))
                continue;
            rows[i] = change(rows[i]);
            changed++;
        }

        return changed;
    }, cancellationToken);

    /// <returns>False where a row stands in the way.</returns>
    public Task<bool> TryAddAsync(T row, Predicate<T> inTheWay, CancellationToken cancellationToken) => DoAsync(rows =>
    {
        if (rows.Exists(inTheWay))
            return false;
        rows.Add(row);
        return true;
    }, cancellationToken);

    public Task<int> RemoveAsync(Predicate<T> condition, CancellationToken cancellationToken) => DoAsync(rows => rows.RemoveAll(condition), cancellationToken);
}
