using AuthKit.Mail;

namespace AuthKit.Features.EmailConfirmation;

/// <summary>Words the mails of e-mail confirmation. Each gets the address that the mail goes to.</summary>
public sealed record EmailConfirmationTexts
{
    /// <summary>In English.</summary>
    public static EmailConfirmationTexts English { get; } = new()
    {
        Confirm = EnglishConfirmationMails.Confirm,
        Change = EnglishConfirmationMails.Change,
        Changed = EnglishConfirmationMails.Changed,
        Existing = EnglishConfirmationMails.Existing,
        Occupied = EnglishConfirmationMails.Occupied,
    };

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
    public required Func<string, Uri, AuthMail> Confirm { get; init; }

    /// <summary>Asks at the new address whether an account is to have it, by the link.</summary>
    public required Func<string, Uri, AuthMail> Change { get; init; }

    /// <summary>Tells the former address that the account has another from now on; the link, where there is one, takes that back.</summary>
    public required Func<string, Uri?, AuthMail> Changed { get; init; }

    /// <summary>Tells an account's owner that somebody has registered with the address once more; the link sets a new password.</summary>
    public required Func<string, Uri, AuthMail> Existing { get; init; }

    /// <summary>Tells an account's owner that somebody wants the address for another account.</summary>
    public required Func<string, AuthMail> Occupied { get; init; }
}
