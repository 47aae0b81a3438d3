namespace AuthKit.TwoFactor.Codes;

/// <summary>Codes as people type them: with spaces or hyphens between groups, which apps show.</summary>
internal static class CodeText
{
    private const int Longest = 64;
    public const int Digits = 6;

    /// <summary>What was typed, without what separates groups; null where it is no code at all, however long that is.</summary>
    public static string? Of(string? typed) =>
        typed is { Length: > 0 and <= Longest } && typed.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal) is { Length: > 0 } text ? text : null;

    /// <summary>Six digits of ASCII: those of other scripts are none (RFC 4226 §5.3).</summary>
    public static string? DigitsOf(string? typed) => Of(typed) is { Length: Digits } text && text.All(char.IsAsciiDigit) ? text : null;
}
