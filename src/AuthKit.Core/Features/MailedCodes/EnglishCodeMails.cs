using AuthKit.Mail;

namespace AuthKit.Features.MailedCodes;

internal static class EnglishCodeMails
{
    public static AuthMail SignIn(string to, string code, Uri link) => new(to, $"{code} is your code to sign in", $"""
        Your code to sign in is:

        {code}

        Enter it where you asked for it, or open this link with the same browser:

        {link.AbsoluteUri}

        It works once, and not for long. Nobody will ever ask you for it: give it to no one. If you did not ask for it, ignore
        this mail; without the code nobody gets in.
        """);

    public static AuthMail Register(string to, string code, Uri link) => new(to, $"{code} is your code to make an account", $"""
        Somebody, hopefully you, wants to make an account with this address. The code for it is:

        {code}

        Enter it where you asked for it, or open this link with the same browser:

        {link.AbsoluteUri}

        It works once, and not for long. Give it to no one. If you did not ask for it, ignore this mail; no account is made.
        """);

    public static AuthMail Unknown(string to) => new(to, "You have no account with this address", """
        Somebody, hopefully you, has asked for a code to sign in with this address, which has no account.

        If it was you, try the address that you registered with. If it was not you, ignore this mail.
        """);

    public static AuthMail DropsPassword(AuthMail mail) => mail with
    {
        Text = $"{mail.Text}\n\nNobody has confirmed this address yet. Signing in with the code confirms it, and takes away the password that was set before, in case it was somebody else who set it.",
    };
}
