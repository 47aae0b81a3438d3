namespace AuthKit.Passwords;

/// <summary>What a corpus says of a password.</summary>
public readonly record struct BreachAnswer
{
    private BreachAnswer(bool isPresent, string? failure) => (IsPresent, Failure) = (isPresent, failure);

    /// <summary>The password is not in the corpus.</summary>
    public static BreachAnswer Absent { get; }

    /// <summary>The password is in the corpus.</summary>
    public static BreachAnswer Present { get; } = new(true, null);

    /// <summary>Whether the password is in the corpus, as far as is known.</summary>
    public bool IsPresent { get; }

    /// <summary>Why the corpus could not be asked, in a word or two; null where it was.</summary>
    public string? Failure { get; }

    /// <summary>The corpus could not be asked.</summary>
    /// <param name="failure">Why, in a word or two, for the log.</param>
    public static BreachAnswer Unknown(string failure) => new(false, failure);
}
