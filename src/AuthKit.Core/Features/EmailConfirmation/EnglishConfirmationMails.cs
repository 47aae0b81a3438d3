using AuthKit.Mail;

namespace AuthKit.Features.EmailConfirmation;

internal static class EnglishConfirmationMails
{
    public static AuthMail Confirm(string to, Uri link) => new(to, "Confirm your email address", $"""
        Somebody, hopefully you, has made an account with this address.

        If it was you, open this link to confirm that the address is yours:

        {link.AbsoluteUri}

        It works once. If it was not you, do not open it and ignore this mail: the account would be somebody else's, with your
        address.
        """);

    public static AuthMail Change(string to, Uri link) => new(to, "Confirm your new email address", $"""
        Somebody, hopefully you, wants this address to be that of their account.

        If it was you, open this link:

        {link.AbsoluteUri}

        It works once. If it was not you, ignore this mail: nothing has changed.
        """);

    public static AuthMail Changed(string to, Uri? undo) => new(to, "The email address of your account was changed", $"""
        Your account has another email address from now on. This is the last mail about it to this one.

        If it was you, there is nothing to do.

        {(undo is null ? "If it was not you, tell those who run the service at once." : $"""
        If it was not you, open this link. It gives your account this address back, signs everybody out, and has you choose a
        new password:

        {undo.AbsoluteUri}
        """)}
        """);

    public static AuthMail Existing(string to, Uri link) => new(to, "You have an account already", $"""
        Somebody, hopefully you, has just registered with this address, which has an account already. Nothing has changed.

        If it was you, sign in as before. If you do not know the password, choose a new one by this link, which works once and
        not for long:

        {link.AbsoluteUri}

        If it was not you, ignore this mail.
        """);

    public static AuthMail Occupied(string to) => new(to, "Somebody wants to use your email address", """
        Somebody who is signed in to another account wants that account to have this address. You have an account with it
        already, so that nothing has changed.

        If it was you, change the address of this account first. If it was not you, ignore this mail.
        """);
}
