namespace AuthKit.Http;

/// <summary>An answer before an envelope formats it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Message">The sentence, if the contract has one for this.</param>
public sealed record Reply(int Status, string? Message)
{
    /// <summary>What the row wrote of the result, or what it fails with.</summary>
    public object? Model { get; init; }

    /// <summary>What went wrong; null for a success.</summary>
    public Failure? Failure { get; init; }

    /// <summary>The path, below the request's path base, that <c>Location</c> names; null for none.</summary>
    public string? Location { get; init; }

    /// <summary>The tokens of a sign-in, beside what the model says of them.</summary>
    internal TokenPair? Tokens { get; init; }

    /// <summary>A newer access token of the caller's session, beside what the model says of it.</summary>
    internal TokenPair? Renewed { get; init; }

    /// <summary>The fields at fault, by their names on the wire, and a sentence for each.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];
}
