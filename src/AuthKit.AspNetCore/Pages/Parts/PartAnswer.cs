namespace AuthKit.Pages.Parts;

/// <summary>What comes of a form of a part's.</summary>
public sealed record PartAnswer
{
    private PartAnswer()
    {
    }

    /// <summary>It was done: the browser goes back to the part, which says so (<see cref="AccountPart.DoneOf"/>).</summary>
    public static PartAnswer Done { get; } = new();

    internal PartView? View { get; private init; }

    internal Failure? Failure { get; private init; }

    /// <summary>There is something to be seen, once.</summary>
    public static PartAnswer Show(PartView view) => new() { View = view };

    /// <summary>It was not done.</summary>
    /// <param name="failure">Why; broken rules are told beside the fields of that name.</param>
    /// <param name="view">What is shown again; null for the part as it is.</param>
    public static PartAnswer Failed(Failure failure, PartView? view = null) => new() { Failure = failure, View = view };

    /// <summary>Done, or why not.</summary>
    public static PartAnswer Of<T>(Outcome<T> outcome) where T : notnull
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Failure is { } failure ? Failed(failure) : Done;
    }

    /// <summary>What comes of the value, or why there is none.</summary>
    public static PartAnswer Of<T>(Outcome<T> outcome, Func<T, PartView> view) where T : notnull
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Succeeded(out var value, out var failure) ? Show(view(value)) : Failed(failure);
    }
}
