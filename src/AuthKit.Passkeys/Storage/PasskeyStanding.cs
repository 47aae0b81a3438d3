using AuthKit.Users;

namespace AuthKit.Passkeys.Storage;

/// <summary>
/// Whether a passkey counts. One that was added to an account while nobody had proved to own its address may be a stranger's, who signed up
/// with another's address and waits for the owner (account pre-hijacking): once the owner has proved it, by a reset or a provider, it does
/// not count any more. Changing the password or confirming the address by whoever is signed in takes no passkey away.
/// </summary>
internal static class PasskeyStanding
{
    /// <summary>Whether the passkey may sign in to its account, as both were read.</summary>
    public static bool Counts(this Passkey passkey, User user) =>
        passkey.RemovedAt is null
        && passkey.UserId == user.Id
        && (passkey.IsAddressProved || !user.EmailVerified || user.CredentialVersion is null || user.CredentialVersion == passkey.CredentialVersion);
}
