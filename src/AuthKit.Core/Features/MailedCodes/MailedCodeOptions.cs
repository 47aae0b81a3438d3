namespace AuthKit.Features.MailedCodes;

/// <summary>How people sign in with a code that is mailed to them.</summary>
public sealed class MailedCodeOptions
{
    /// <summary>How long a code is valid.</summary>
    /// <value>Default: 10 minutes.</value>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How many codes may be tried for one that was asked for, 1 to 5.</summary>
    /// <value>Default: 5.</value>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>How many wrong codes an address may have within 24 hours of the first, whoever asked for them: of a million codes that is the chance that somebody guesses one.</summary>
    /// <value>Default: 25.</value>
    public int MaxFailedAttemptsPerDay { get; set; } = 25;

    /// <summary>The least time between two codes that are mailed to one address.</summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The most codes that are mailed to one address within 24 hours of the first.</summary>
    /// <value>Default: 20.</value>
    public int DailyLimit { get; set; } = 20;

    /// <summary>Whether a code makes an account where its address has none: without a password, its address confirmed by the code. It is made in the home database.</summary>
    /// <value>Default: false.</value>
    public bool AllowRegistration { get; set; }

    /// <summary>Whether an address without an account is mailed that it has none, where no code makes one. The answer to the request is the same in any case.</summary>
    /// <value>Default: false; such an address is mailed nothing.</value>
    public bool TellUnknownAddresses { get; set; }

    /// <summary>
    /// The page that the link in the mail leads to, absolute; the link adds the query parameters <c>request</c>, which is the part of the
    /// challenge before the full stop, and <c>code</c>. The page sends the code with the challenge that it has kept, so that the link
    /// signs in nowhere but where the code was asked for; opening it must not use the code up, because mail scanners open links.
    /// </summary>
    /// <value>Default: <c>/mailed-code</c> under the issuer, where the issuer is an http address; AuthKit serves a page there.</value>
    public Uri? Url { get; set; }

    /// <summary>What the mails say.</summary>
    /// <value>Default: English; <see cref="MailedCodeTexts.Vietnamese"/> is there too.</value>
    public MailedCodeTexts Texts { get; set; } = new();
}
