using AuthKit.Passwords;

namespace AuthKit.Users.Attempts;

/// <summary>An attempt whose password has been compared.</summary>
/// <param name="Attempt">The attempt; null where there is no account, or a closed one.</param>
/// <param name="Check">Whether the password is right.</param>
internal sealed record JudgedAttempt(SignInAttempt? Attempt, PasswordCheck Check)
{
    public Account? Account => Attempt?.Account;
}
