using AuthKit.Sessions;
using Fido2NetLib.Objects;

namespace AuthKit.Passkeys.Ceremonies;

/// <summary>How a passkey's owner was recognised, in the words of <c>amr</c> (RFC 8176 §2).</summary>
internal static class PasskeyMethods
{
    /// <summary>A key that its authenticator keeps to itself, or one that is copied to others; that somebody was there; and, where the authenticator verified who, that this is two factors.</summary>
    public static IReadOnlyList<string> Of(AuthenticatorData data)
    {
        var key = data.IsBackupEligible ? AuthenticationMethods.SoftwareKey : AuthenticationMethods.HardwareKey;
        return data.UserVerified ? [key, AuthenticationMethods.UserPresence, AuthenticationMethods.MultiFactor] : [key, AuthenticationMethods.UserPresence];
    }
}
