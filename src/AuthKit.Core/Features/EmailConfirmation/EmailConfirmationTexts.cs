using AuthKit.Mail;

namespace AuthKit.Features.EmailConfirmation;

/// <summary>Words the mails of e-mail confirmation; in English, unless something else is put in their place. Each gets the address that the mail goes to.</summary>
public sealed record EmailConfirmationTexts
{
    /// <summary>In Vietnamese.</summary>
    public static EmailConfirmationTexts Vietnamese { get; } = new()
    {
        Confirm = VietnameseConfirmationMails.Confirm,
        Change = VietnameseConfirmationMails.Change,
        Changed = VietnameseConfirmationMails.Changed,
        Existing = VietnameseConfirmationMails.Existing,
        Occupied = VietnameseConfirmationMails.Occupied,
    };

    /// <summary>Asks a new account's owner to confirm the address, by the link.</summary>
    public Func<string, Uri, AuthMail> Confirm { get; init; } = EnglishConfirmationMails.Confirm;

    /// <summary>Asks at the new address whether an account is to have it, by the link.</summary>
    public Func<string, Uri, AuthMail> Change { get; init; } = EnglishConfirmationMails.Change;

    /// <summary>Tells the former address that the account has another from now on; the link, where there is one, takes that back.</summary>
    public Func<string, Uri?, AuthMail> Changed { get; init; } = EnglishConfirmationMails.Changed;

    /// <summary>Tells an account's owner that somebody has registered with the address once more; the link sets a new password.</summary>
    public Func<string, Uri, AuthMail> Existing { get; init; } = EnglishConfirmationMails.Existing;

    /// <summary>Tells an account's owner that somebody wants the address for another account.</summary>
    public Func<string, AuthMail> Occupied { get; init; } = EnglishConfirmationMails.Occupied;
}
