namespace AuthKit.CommandLine;

/// <summary>An option of a command.</summary>
/// <param name="Name">Its name, without the two hyphens that stand before it.</param>
/// <param name="Value">What its value is called in the help; null where it has none.</param>
/// <param name="Summary">What it says, in one line.</param>
public sealed record ConsoleOption(string Name, string? Value, string Summary)
{
    /// <summary>Whether the command cannot do without it.</summary>
    /// <value>Default: false.</value>
    public bool Required { get; init; }
}
