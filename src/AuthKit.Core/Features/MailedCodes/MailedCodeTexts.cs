using AuthKit.Mail;

namespace AuthKit.Features.MailedCodes;

/// <summary>Words the mails with codes.</summary>
public sealed record MailedCodeTexts
{
    /// <summary>In English.</summary>
    public static MailedCodeTexts English { get; } = new()
    {
        SignIn = EnglishCodeMails.SignIn,
        Register = EnglishCodeMails.Register,
        Unknown = EnglishCodeMails.Unknown,
        DropsPassword = EnglishCodeMails.DropsPassword,
    };

    /// <summary>In Vietnamese.</summary>
    public static MailedCodeTexts Vietnamese { get; } = new()
    {
        SignIn = VietnameseCodeMails.SignIn,
        Register = VietnameseCodeMails.Register,
        Unknown = VietnameseCodeMails.Unknown,
        DropsPassword = VietnameseCodeMails.DropsPassword,
    };

    /// <summary>The mail with a code that signs in, from the address, the code and the link.</summary>
    public required Func<string, string, Uri, AuthMail> SignIn { get; init; }

    /// <summary>The mail with a code that makes an account, from the address, the code and the link.</summary>
    public required Func<string, string, Uri, AuthMail> Register { get; init; }

    /// <summary>The mail to an address that has no account.</summary>
    public required Func<string, AuthMail> Unknown { get; init; }

    /// <summary>Says in a mail that signing in by it takes away a password which was set before anybody had shown to own the address.</summary>
    public required Func<AuthMail, AuthMail> DropsPassword { get; init; }
}
