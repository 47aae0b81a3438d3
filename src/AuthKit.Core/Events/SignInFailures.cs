namespace AuthKit.Events;

/// <summary>Why somebody is not let in.</summary>
public static class SignInFailures
{
    /// <summary>The password was not the account's, or the account has none.</summary>
    public const string WrongPassword = "wrong_password";

    /// <summary>The mailed code was wrong, expired or used, or not for whoever sent it.</summary>
    public const string WrongCode = "wrong_code";

    /// <summary>There is no such account.</summary>
    public const string UnknownAccount = "unknown_account";

    /// <summary>The account was closed after failures before; nobody looked at the password.</summary>
    public const string LockedOut = "locked_out";

    /// <summary>The password was right, and nobody has confirmed yet that they own the account's address.</summary>
    public const string EmailNotConfirmed = "email_not_confirmed";

    /// <summary>The proof was right, and an administrator has shut the account.</summary>
    public const string Disabled = "disabled";

    /// <summary>The provider's token was not for this application, or its owner has no account and can have none.</summary>
    public const string ExternalToken = "external_token";

    /// <summary>The account with the provider's address is not known to be that person's; its owner was asked by mail.</summary>
    public const string LinkRequired = "link_required";
}
