using System.Text;

namespace AuthKit.Passwords;

/// <summary>What a new password has to be. The default follows NIST SP 800-63B §5.1.1: length and a blocklist, no composition.</summary>
public sealed record PasswordRules
{
    /// <summary>At least 8 characters, none of the common passwords, not the account's own name or address.</summary>
    public static PasswordRules Default { get; } = new();

    /// <summary>The fewest characters, in Unicode code points.</summary>
    /// <value>Default: 8.</value>
    public int MinLength { get; init; } = 8;

    /// <summary>The most bytes, in UTF-8.</summary>
    /// <value>Default: 1,024.</value>
    public int MaxBytes { get; init; } = 1024;

    /// <summary>Whether a digit has to be in it.</summary>
    /// <value>Default: false.</value>
    public bool RequireDigit { get; init; }

    /// <summary>Whether a character that is neither letter nor digit has to be in it.</summary>
    /// <value>Default: false.</value>
    public bool RequireSymbol { get; init; }

    /// <summary>Whether common passwords and those made of the account's own name or address are refused.</summary>
    /// <value>Default: true.</value>
    public bool Blocklist { get; init; } = true;

    internal IList<string> ContextWords { get; init; } = [];

    /// <summary>The rules that a password breaks, for an account of which these names and addresses are known.</summary>
    internal IEnumerable<BrokenRule> Check(string? password, string field, params IEnumerable<string?> names)
    {
        if (string.IsNullOrEmpty(password))
        {
            yield return new(field, Rule.Required);
            yield break;
        }

        if (Short(password, field) is { } tooShort)
            yield return tooShort;
        password = OpaqueString.Prepare(password);
        // Checked before anything that looks at every character.
        if (Encoding.UTF8.GetByteCount(password) > MaxBytes)
        {
            yield return new(field, Rule.TooLong, MaxBytes);
            yield break;
        }

        if (RequireDigit && !password.Any(char.IsDigit))
            yield return new(field, Rule.Digit);
        if (RequireSymbol && password.All(char.IsLetterOrDigit))
            yield return new(field, Rule.Symbol);
        if (!Blocklist)
            yield break;
        if (CommonPasswords.Contains(password) || ContextWords.Any(word => IsMostly(password, word)))
            yield return new(field, Rule.Common);
        if (names.Any(name => IsMostly(password, name)))
            yield return new(field, Rule.Personal);
    }

    /// <summary>The one rule that says something about a password which failed to sign in, without a look at any account.</summary>
    internal BrokenRule? Short(string password, string field) =>
        OpaqueString.Prepare(password).EnumerateRunes().Count() < MinLength ? new(field, Rule.TooShort, MinLength) : null;

    // "anna.miller" is no password of anna.miller@example.com, and neither is "Anna.Miller1".
    private static bool IsMostly(string password, string? name)
    {
        const int leastName = 3;
        const int leastOfItsOwn = 4;
        return name is { Length: >= leastName }
            && password.Contains(name, StringComparison.OrdinalIgnoreCase)
            && password.Length - name.Length < leastOfItsOwn;
    }
}
