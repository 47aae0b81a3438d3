using AuthKit.Passwords;

namespace AuthKit.Users.Attempts;

/// <summary>An attempt whose password has been compared.</summary>
/// <param name="Found">The account as it was found; null where there is none.</param>
/// <param name="Attempt">The attempt; null where there is no account, or a closed one.</param>
/// <param name="Check">Whether the password is right.</param>
internal sealed record JudgedAttempt(Account? Found, SignInAttempt? Attempt, PasswordCheck Check)
{
    public Account? Account => Attempt?.Account;
}
