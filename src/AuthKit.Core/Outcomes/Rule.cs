namespace AuthKit;

/// <summary>A rule that a field can break.</summary>
/// <remarks>The set is open, as that of <see cref="Fault"/> is.</remarks>
public sealed record Rule
{
    /// <summary>A rule beside those that AuthKit knows.</summary>
    /// <param name="code">Its name, by which rules are told apart: lower-case words joined by underscores.</param>
    /// <param name="like">The rule whose sentences stand in where a contract or a page has none for this one.</param>
    /// <param name="sentence">What is said of it in English where a contract has no sentence; null where that of <paramref name="like"/> will do. <c>{field}</c> stands for the field and <c>{limit}</c> for the bound.</param>
    public Rule(string code, Rule like, string? sentence = null) => (Code, Like, Sentence) = (code, like, sentence ?? like.Sentence);

    private Rule(string code, string sentence) => (Code, Sentence) = (code, sentence);

    /// <summary>Its name: lower-case words joined by underscores.</summary>
    public string Code { get; }

    /// <summary>The rule that stands in for it; null for those that AuthKit knows.</summary>
    public Rule? Like { get; }

    /// <summary>The sentence, unless a contract says otherwise.</summary>
    public string Sentence { get; }

    /// <summary>The field must be there and not be empty.</summary>
    public static Rule Required { get; } = new("required", "The {field} field is required.");

    /// <summary>The field must be a string.</summary>
    public static Rule Text { get; } = new("text", "The {field} must be a string.");

    /// <summary>The field must be an e-mail address.</summary>
    public static Rule Email { get; } = new("email", "The {field} must be a valid email address.");

    /// <summary>The field has fewer characters than <see cref="BrokenRule.Limit"/>.</summary>
    public static Rule TooShort { get; } = new("too_short", "The {field} must be at least {limit} characters.");

    /// <summary>The field has more characters than <see cref="BrokenRule.Limit"/>.</summary>
    public static Rule TooLong { get; } = new("too_long", "The {field} may not be greater than {limit} characters.");

    /// <summary>The field holds characters that it may not.</summary>
    public static Rule Characters { get; } = new("characters", "The {field} contains characters that are not allowed.");

    /// <summary>The value is in use by another account.</summary>
    public static Rule Taken { get; } = new("taken", "The {field} has already been taken.");

    /// <summary>The field must hold a digit.</summary>
    public static Rule Digit { get; } = new("digit", "The {field} must contain at least one digit.");

    /// <summary>The field must hold a character that is neither letter nor digit.</summary>
    public static Rule Symbol { get; } = new("symbol", "The {field} must contain at least one special character.");

    /// <summary>The password is among the most common ones.</summary>
    public static Rule Common { get; } = new("common", "The {field} is too common.");

    /// <summary>The password is little more than the account's own name or address.</summary>
    public static Rule Personal { get; } = new("personal", "The {field} is too similar to the account's own name or address.");

    /// <summary>The password is on a list of those that have leaked somewhere (NIST SP 800-63B-4 §3.1.1.2).</summary>
    public static Rule Breached { get; } = new("breached", "The {field} is on a list of compromised passwords; choose a different one.");

    /// <summary>The confirmation differs from the field.</summary>
    public static Rule Confirmed { get; } = new("confirmed", "The {field} confirmation does not match.");

    /// <summary>The value is none of those that are known here.</summary>
    public static Rule Unknown { get; } = new("unknown", "The {field} is invalid.");

    /// <inheritdoc/>
    public bool Equals(Rule? other) => other?.Code == Code;

    /// <inheritdoc/>
    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    /// <summary>The rule's name.</summary>
    public override string ToString() => Code;
}
