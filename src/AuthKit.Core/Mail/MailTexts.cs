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

    public static AuthMail ExternalLink(string to, string provider, Uri link) => new(to, $"Sign in with {provider}?", $"""
        Somebody, hopefully you, has just tried to sign in to your account with {provider}.

        If it was you, open this link to allow it:

        {link.AbsoluteUri}

        It works once, and not for long. If it was not you, do not open it and ignore this mail: whoever it was would get into
        your account. Nothing has changed.
        """);

    public static AuthMail ExternalLinked(string to, string provider) => new(to, $"You can sign in with {provider}", $"""
        Your account can be signed in to with {provider} from now on.

        If this was not you, reset your password, and have {provider} removed from your account.
        """);
}
