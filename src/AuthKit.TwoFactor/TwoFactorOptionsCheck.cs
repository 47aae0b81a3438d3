namespace AuthKit.TwoFactor;

/// <summary>What of the options two-factor authentication cannot work with, and what is weaker than the default.</summary>
internal static class TwoFactorOptionsCheck
{
    private const int LongestIssuer = 64;
    private static readonly TimeSpan ShortestEnrolment = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestEnrolment = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestMemory = TimeSpan.FromDays(90);

    public static IEnumerable<string> Of(TwoFactorOptions twoFactor, AuthKitOptions authKit)
    {
        if (IssuerOf(twoFactor, authKit) is not { } issuer)
            yield return "Issuer is not set, and AuthKitOptions.Issuer is no http or https address to take it from; write what authenticator apps show, as in \"Example\".";
        else if (string.IsNullOrWhiteSpace(issuer) || issuer.Length > LongestIssuer || issuer.Contains(':', StringComparison.Ordinal) || issuer.Any(char.IsControl))
            yield return $"Issuer is 1 to {LongestIssuer} visible characters without a colon, which authenticator apps take as its end.";
        if (twoFactor.EnrolmentLifetime < ShortestEnrolment || twoFactor.EnrolmentLifetime > LongestEnrolment)
            yield return "EnrolmentLifetime is a minute to an hour.";
        if (twoFactor.RememberDevices is not { } memory)
            yield break;
        if (memory < TimeSpan.FromHours(1) || memory > LongestMemory)
            yield return "RememberDevices is an hour to 90 days, or null.";
        else if (memory > authKit.Lockout.KnownDeviceLifetime)
            yield return "RememberDevices is longer than AuthKitOptions.Lockout.KnownDeviceLifetime, after which browsers forget their cookie; make that at least as long.";
    }

    public static IEnumerable<string> Weaker(TwoFactorOptions twoFactor)
    {
        if (twoFactor.MailedCodes)
            yield return "MailedCodes is on: whoever reads an account's mail can reset its password and prove its second factor.";
        if (twoFactor.RememberDevices is { } memory)
            yield return $"RememberDevices is on: for {memory.TotalDays:0.#} days whoever has a remembered device needs the first factor alone.";
    }

    /// <summary>What authenticator apps show; null where nothing says it.</summary>
    public static string? IssuerOf(TwoFactorOptions twoFactor, AuthKitOptions authKit) =>
        twoFactor.Issuer ?? (Uri.TryCreate(authKit.Issuer, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address.IdnHost : null);
}
