namespace AuthKit;

/// <summary>A rule that a field can break.</summary>
public enum Rule
{
    /// <summary>The field must be there and not be empty.</summary>
    Required,

    /// <summary>The field must be a string.</summary>
    Text,

    /// <summary>The field must be an e-mail address.</summary>
    Email,

    /// <summary>The field has fewer characters than <see cref="BrokenRule.Limit"/>.</summary>
    TooShort,

    /// <summary>The field has more characters than <see cref="BrokenRule.Limit"/>.</summary>
    TooLong,

    /// <summary>The field holds characters that it may not.</summary>
    Characters,

    /// <summary>The value is in use by another account.</summary>
    Taken,

    /// <summary>The field must hold a digit.</summary>
    Digit,

    /// <summary>The field must hold a character that is neither letter nor digit.</summary>
    Symbol,

    /// <summary>The password is among the most common ones.</summary>
    Common,

    /// <summary>The password is little more than the account's own name or address.</summary>
    Personal,

    /// <summary>The confirmation differs from the field.</summary>
    Confirmed,

    /// <summary>The value is none of those that are known here.</summary>
    Unknown,
}
