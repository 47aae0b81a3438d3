namespace AuthKit.TwoFactor;

/// <summary>How accounts prove a second factor; checked at start-up.</summary>
public sealed class TwoFactorOptions
{
    /// <summary>What authenticator apps show as whose the account is.</summary>
    /// <value>Default: null, which is the issuer's host.</value>
    public string? Issuer { get; set; }

    /// <summary>How long an enrolment waits for the code that confirms it.</summary>
    /// <value>Default: 10 minutes.</value>
    public TimeSpan EnrolmentLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Whether an authenticator can be set up only by an account whose e-mail address is confirmed: nobody can then lock an owner out of the
    /// account that a stranger has made with the owner's address (account pre-hijacking).
    /// </summary>
    /// <value>Default: false, because a host may have no way to confirm addresses.</value>
    public bool RequireConfirmedEmail { get; set; }

    /// <summary>
    /// Whether an account with an authenticator and a confirmed address can prove its second factor by a mailed code as well. Whoever reads
    /// its mail can then reset its password and has the second factor too, so that both are one (NIST SP 800-63B-4 §3.1.3.1); a warning tells at start-up.
    /// </summary>
    /// <value>Default: false.</value>
    public bool MailedCodes { get; set; }

    /// <summary>For how long a device is spared the second factor that was proved on it, where whoever signs in asks for that.</summary>
    /// <value>Default: null, which is not at all. 30 days are usual.</value>
    public TimeSpan? RememberDevices { get; set; }
}
