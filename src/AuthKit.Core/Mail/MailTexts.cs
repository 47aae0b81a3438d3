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
}
