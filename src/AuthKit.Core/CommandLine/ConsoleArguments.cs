namespace AuthKit.CommandLine;

/// <summary>What stands behind a command's name.</summary>
public sealed class ConsoleArguments
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    private ConsoleArguments()
    {
    }

    /// <summary>The value of an option; null where it was not given.</summary>
    public string? this[string option] => All(option) is [.., var last] ? last : null;

    /// <summary>Whether an option was given.</summary>
    public bool Has(string option) => _values.ContainsKey(option);

    /// <summary>Every value of an option that may be given several times.</summary>
    public IReadOnlyList<string> All(string option) => _values.GetValueOrDefault(option) ?? [];

    /// <summary>Reads them: <c>--name value</c>, <c>--name=value</c>, and <c>--name</c> for what has no value.</summary>
    /// <returns>Either the arguments, or a sentence that says what is wrong and repeats no value.</returns>
    internal static (ConsoleArguments? Arguments, string? Wrong) Read(IReadOnlyList<ConsoleOption> options, IReadOnlyList<string> words)
    {
        var arguments = new ConsoleArguments();
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal))
                return (null, $"Options begin with two hyphens; number {i + 1} of the arguments does not.");
            var (name, value) = words[i].Split('=', 2) is [var before, var after] ? (before[2..], after) : (words[i][2..], null);
            if (options.FirstOrDefault(option => option.Name == name) is not { } known)
                return (null, $"There is no option --{name}.");
            if (known.Value is null && value is not null)
                return (null, $"--{name} has no value.");
            if (known.Value is not null && value is null && (++i == words.Count || words[i].StartsWith("--", StringComparison.Ordinal)))
                return (null, $"--{name} needs a value: {known.Value}.");
            arguments.Add(name, known.Value is null ? "" : value ?? words[i]);
        }

        return options.FirstOrDefault(option => option.Required && !arguments.Has(option.Name)) is { } missing ? (null, $"--{missing.Name} is missing.") : (arguments, null);
    }

    private void Add(string name, string value)
    {
        if (!_values.TryGetValue(name, out var values))
            _values[name] = values = [];
        values.Add(value);
    }
}
