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

    public static AuthMail ForTenant(AuthMail mail, string tenant) => mail with { Text = $"{mail.Text}\n\nThis is about your account at {tenant}. Other accounts of the same address have other links." };

    public static AuthMail ExternalLink(string to, string provider, Uri link) => new(to, $"Sign in with {provider}?", $"""
        Somebody, hopefully you, has just tried to sign in to your account with {provider}.

        If it was you, open this link to allow it:

        {link.AbsoluteUri}

        It works once, and not for long. If it was not you, do not open it and ignore this mail: whoever it was would get into
        your account. Nothing has changed.
        """);

    public static AuthMail SecondFactorCode(string to, string code) => new(to, $"{code} is your code to finish signing in", $"""
        Somebody, hopefully you, has given the right password of your account. The code to finish signing in is:

        {code}

        Enter it where you are signing in. It works once, and not for long. Nobody will ever ask you for it: give it to no one.

        If it was not you, somebody knows your password: change it now.
        """);

    public static AuthMail Notice(OwnerNotice notice) => notice.Kind switch
    {
        NoticeKind.PasswordChanged => Notice(notice, "Your password was changed", "The password of your account was changed"),
        NoticeKind.PasswordReset => Notice(notice, "Your password was reset", "The password of your account was reset by a link that was mailed to you"),
        NoticeKind.ExternalLoginLinked => Notice(notice, "A new way to sign in", $"You can sign in to your account with {notice.Provider ?? "another provider"} from now on. That was set up"),
        NoticeKind.PasskeyAdded => Notice(notice, "A new passkey", "A passkey that opens your account was added", "sign in, remove the passkey, and then reset your password"),
        NoticeKind.PasskeyRemoved => Notice(notice, "A passkey was removed", "A passkey was removed from your account"),
        NoticeKind.TwoFactorEnabled => Notice(notice, "Two-factor authentication is on", "An authenticator app was set up as the second factor of your account"),
        NoticeKind.TwoFactorDisabled => Notice(notice, "Two-factor authentication is off", "The authenticator app was removed as the second factor of your account"),
        NoticeKind.RecoveryCodeUsed => Notice(notice, "A recovery code was used", "A recovery code of your account was used in place of the authenticator app"),
        NoticeKind.ApiKeyCreated => Notice(notice, "A new API key", "A key by which a program can act for your account was made", "revoke the key, and then reset your password"),
        NoticeKind.ApiKeyRotated => Notice(notice, "An API key has a new secret", "An API key of your account got a new secret", "revoke the key, and then reset your password"),
        NoticeKind.NewDevice => Notice(notice, "A new sign-in to your account", $"Somebody signed in to your account from a device that is new to it ({notice.Device ?? "a program that has no name"}, from {notice.Address ?? "an unknown address"})"),
        _ => Notice(notice, "A way to sign in was removed", $"You cannot sign in to your account with {notice.Provider ?? "another provider"} any more. That was removed"),
    };

    private static AuthMail Notice(OwnerNotice notice, string subject, string what, string advice = "reset your password now") => new(notice.To, subject, $"""
        {what} on {notice.Time.ToUniversalTime().ToString("d MMMM yyyy 'at' HH:mm 'UTC'", CultureInfo.InvariantCulture)}.

        If it was you, there is nothing to do.

        If it was not you, {advice}: whoever did this is signed out by that.
        """);
}
