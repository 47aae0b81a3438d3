namespace AuthKit.Sessions;

/// <summary>How somebody proved who they are: the values of <c>amr</c> (RFC 8176 §2) that AuthKit and its features use.</summary>
public static class AuthenticationMethods
{
    /// <summary>A password.</summary>
    public const string Password = "pwd";

    /// <summary>A one-time password.</summary>
    public const string OneTimePassword = "otp";

    /// <summary>A key that cannot leave its hardware.</summary>
    public const string HardwareKey = "hwk";

    /// <summary>A key that can.</summary>
    public const string SoftwareKey = "swk";

    /// <summary>That somebody was there.</summary>
    public const string UserPresence = "user";

    /// <summary>More than one factor, of whatever methods stand beside it.</summary>
    public const string MultiFactor = "mfa";

    /// <summary>What most sign-ins are, and what is not kept.</summary>
    internal static IReadOnlyList<string> PasswordAlone { get; } = [Password];

    /// <summary>The methods of two factors: all of them, and that they are two.</summary>
    internal static IReadOnlyList<string> OfBoth(IEnumerable<string> first, IEnumerable<string> second) => [.. first.Concat(second).Append(MultiFactor).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// The methods of a session whose owner proves a second factor later: two factors, unless the session began with what is proved now,
    /// which would be the same one twice.
    /// </summary>
    internal static IReadOnlyList<string> WithSecond(IReadOnlyList<string> first, IReadOnlyList<string> second) =>
        second.All(first.Contains) ? first : OfBoth(first, second);

    /// <summary>As they are kept: nothing for a password.</summary>
    internal static IReadOnlyList<string>? Kept(IReadOnlyList<string> methods) => methods is [Password] ? null : methods;
}
