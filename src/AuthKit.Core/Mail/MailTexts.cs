using System.Globalization;

namespace AuthKit.Mail;

/// <summary>The mails that a host gets without writing its own.</summary>
internal static class MailTexts
{
    public static AuthMail PasswordReset(string to, Uri link) => new(to, "Reset your password", $"""
        Somebody, hopefully you, asked to reset the password of your account.

        To choose a new password, open this link:

        {link.AbsoluteUri}

        It works once, and not for long. If it was not you, ignore this mail: nothing has changed.
        """);

    public static AuthMail Notice(OwnerNotice notice) => notice.Kind switch
    {
        NoticeKind.PasswordChanged => Notice(notice, "Your password was changed", "The password of your account was changed"),
        NoticeKind.PasswordReset => Notice(notice, "Your password was reset", "The password of your account was reset by a link that was mailed to you"),
        NoticeKind.PasswordRemoved => Notice(notice, "Your password was removed", $"You signed in with {Named(notice.Provider)}. Your account had a password that nobody had proved to be yours, so it was removed"),
        NoticeKind.ExternalLoginLinked => Notice(notice, "A new way to sign in", $"You can sign in to your account with {Named(notice.Provider)} from now on. That was set up"),
        _ => Notice(notice, "A way to sign in was removed", $"You cannot sign in to your account with {Named(notice.Provider)} any more. That was removed"),
    };

    private static AuthMail Notice(OwnerNotice notice, string subject, string what) => new(notice.To, subject, $"""
        {what} on {notice.Time.ToUniversalTime().ToString("d MMMM yyyy 'at' HH:mm 'UTC'", CultureInfo.InvariantCulture)}.

        If it was you, there is nothing to do.

        If it was not you, reset your password now: whoever did this is signed out by that.
        """);

    private static string Named(string? provider) => provider is { Length: > 0 } ? char.ToUpperInvariant(provider[0]) + provider[1..] : "another provider";
}
