namespace AuthKit;

/// <summary>Why there is no value: a fault in the library's own words, without status code or sentence.</summary>
/// <param name="Fault">What went wrong.</param>
/// <param name="BrokenRules">The fields that break rules, in the order in which they were checked.</param>
public sealed record Failure(Fault Fault, IReadOnlyList<BrokenRule> BrokenRules)
{
    /// <summary>A failure that no field explains.</summary>
    public Failure(Fault fault) : this(fault, [])
    {
    }

    /// <summary>When asking again may succeed, where that is known.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What the caller needs to go on: a record in neutral words, which each contract spells, for example <see cref="SignIns.SecondFactorChallenge"/>; null where nothing.</summary>
    public object? Detail { get; init; }

    /// <summary>What the log may know of a sign-in that failed, for each account of the name, and the reply does not tell.</summary>
    internal IReadOnlyList<SignInRefusal> Refusals { get; init; } = [];

    /// <summary>A failure of one field.</summary>
    public static Failure Of(string field, Rule rule, int? limit = null) => new(Fault.Invalid, [new(field, rule, limit)]);
}
