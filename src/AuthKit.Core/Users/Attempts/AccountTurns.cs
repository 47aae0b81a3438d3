namespace AuthKit.Users.Attempts;

/// <summary>
/// Lets attempts at one account be judged one after another on this node, so that the count one leaves behind is what the next
/// one is met with. Names without an account take turns too, or the time of two attempts at once would tell them apart.
/// </summary>
internal sealed class AccountTurns
{
    private readonly Dictionary<string, Line> _lines = [];

    /// <summary>Waits for its turn.</summary>
    /// <param name="name">Whose turns they are.</param>
    /// <param name="longest">How many may wait at the most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The turn, which lasts until it is disposed of; null where too many wait already.</returns>
    public async ValueTask<Turn?> TakeAsync(string name, int longest, CancellationToken cancellationToken)
    {
        var line = Join(name, longest);
        if (line is null)
            return null;
        var waits = !line.Gate.Wait(0, CancellationToken.None);
        try
        {
            if (waits)
                await line.Gate.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(name, line);
            throw;
        }

        return new(this, name, line, waits);
    }

    private Line? Join(string name, int longest)
    {
        lock (_lines)
        {
            if (!_lines.TryGetValue(name, out var line))
                _lines[name] = line = new();
            if (line.Length > longest)
                return null;
            line.Length++;
            return line;
        }
    }

    private void Leave(string name, Line line)
    {
        lock (_lines)
        {
            if (--line.Length == 0)
                _lines.Remove(name);
        }
    }

    /// <summary>A turn.</summary>
    /// <param name="turns">Where it was taken.</param>
    /// <param name="name">Whose.</param>
    /// <param name="line">Who waits for the next.</param>
    /// <param name="waited">Whether others came first, so that what was read before is out of date.</param>
    public sealed class Turn(AccountTurns turns, string name, Line line, bool waited) : IDisposable
    {
        public bool Waited => waited;

        public void Dispose()
        {
            line.Gate.Release();
            turns.Leave(name, line);
        }
    }

    /// <summary>Those at one account: who is judged, and who waits. Its gate holds nothing that has to be disposed of.</summary>
    public sealed class Line
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Length { get; set; }
    }
}
