using OtpNet;

namespace AuthKit.TwoFactor.Codes;

/// <summary>Time-based one-time passwords (RFC 6238) as every authenticator app makes them: HMAC-SHA-1, 30 seconds, six digits.</summary>
internal static class Totp
{
    private const int StepSeconds = 30;

    // A code of the step before may still be on its way, and a phone's clock may be ahead (RFC 6238 §5.2, §6).
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    /// <summary>The step whose code this is, of those that are good now; null for none. It may have been used.</summary>
    public static long? StepOf(byte[] secret, string? typed, DateTimeOffset now) =>
        CodeText.DigitsOf(typed) is { } code && Of(secret).VerifyTotp(now.UtcDateTime, code, out var step, Window) ? step : null;

    /// <summary>What an app reads (the Key URI Format): the label is escaped, the issuer stands in it and beside it.</summary>
    public static string UriOf(byte[] secret, string issuer, string account) =>
        new OtpUri(OtpType.Totp, secret, account, issuer, OtpHashMode.Sha1, CodeText.Digits, StepSeconds).ToString();

    /// <summary>The secret as people type it (RFC 4648 §6), without padding.</summary>
    public static string TextOf(byte[] secret) => Base32Encoding.ToString(secret).TrimEnd('=');

    private static OtpNet.Totp Of(byte[] secret) => new(secret, StepSeconds, OtpHashMode.Sha1, CodeText.Digits);
}
