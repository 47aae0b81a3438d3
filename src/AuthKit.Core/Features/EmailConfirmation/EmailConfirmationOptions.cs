namespace AuthKit.Features.EmailConfirmation;

/// <summary>How owners of accounts confirm their e-mail addresses, and change them.</summary>
public sealed class EmailConfirmationOptions
{
    /// <summary>How long a mailed link confirms an address.</summary>
    /// <value>Default: 1 day.</value>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long the link that is mailed to an account's former address gives the account back to it; zero for no such link.</summary>
    /// <value>Default: 3 days.</value>
    public TimeSpan UndoLifetime { get; set; } = TimeSpan.FromDays(3);

    /// <summary>The page where an address is confirmed, absolute; the link that is mailed adds the query parameter <c>token</c>. Opening it must confirm nothing, because mail scanners open links.</summary>
    /// <value>Default: <c>/confirm-email</c> under the issuer, where the issuer is an http address; AuthKit serves a page there.</value>
    public Uri? Url { get; set; }

    /// <summary>The page where the change of an address is taken back, absolute; the link that is mailed adds the query parameter <c>token</c>.</summary>
    /// <value>Default: <c>/undo-email-change</c> under the issuer, where the issuer is an http address; AuthKit serves a page there.</value>
    public Uri? UndoUrl { get; set; }

    /// <summary>What the mails say.</summary>
    /// <value>Default: English; <see cref="EmailConfirmationTexts.Vietnamese"/> is there too.</value>
    public EmailConfirmationTexts Texts { get; set; } = new();
}
