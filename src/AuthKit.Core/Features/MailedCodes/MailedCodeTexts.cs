using AuthKit.Mail;

namespace AuthKit.Features.MailedCodes;

/// <summary>Words the mails with codes; in English, unless something else is put in their place.</summary>
public sealed record MailedCodeTexts
{
    /// <summary>In Vietnamese.</summary>
    public static MailedCodeTexts Vietnamese { get; } = new()
    {
        SignIn = VietnameseCodeMails.SignIn,
        Register = VietnameseCodeMails.Register,
        Unknown = VietnameseCodeMails.Unknown,
        DropsPassword = VietnameseCodeMails.DropsPassword,
    };

    /// <summary>The mail with a code that signs in, from the address, the code and the link.</summary>
    public Func<string, string, Uri, AuthMail> SignIn { get; init; } = EnglishCodeMails.SignIn;

    /// <summary>The mail with a code that makes an account, from the address, the code and the link.</summary>
    public Func<string, string, Uri, AuthMail> Register { get; init; } = EnglishCodeMails.Register;

    /// <summary>The mail to an address that has no account.</summary>
    public Func<string, AuthMail> Unknown { get; init; } = EnglishCodeMails.Unknown;

    /// <summary>Says in a mail that signing in by it takes away a password which was set before anybody had shown to own the address.</summary>
    public Func<AuthMail, AuthMail> DropsPassword { get; init; } = EnglishCodeMails.DropsPassword;
}
