namespace AuthKit.Users.Attempts;

/// <summary>
/// Lets attempts by one name be judged one after another on this node: each reads the account in its turn, and meets the count
/// that the one before has left. Names without an account take turns too, or the time of two at once would tell them apart.
/// </summary>
internal sealed class SignInTurns
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
        try
        {
            await line.Gate.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(name, line);
            throw;
        }

        return new(this, name, line);
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
    public sealed class Turn(SignInTurns turns, string name, Line line) : IDisposable
    {
        public void Dispose()
        {
            line.Gate.Release();
            turns.Leave(name, line);
        }
    }

    /// <summary>Those by one name: who is judged, and who waits. Its gate holds nothing that has to be disposed of.</summary>
    public sealed class Line
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Length { get; set; }
    }
}
