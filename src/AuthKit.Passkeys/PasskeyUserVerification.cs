namespace AuthKit.Passkeys;

/// <summary>Whether the authenticator has to verify its user, by a PIN, a fingerprint or a face (WebAuthn §5.8.6).</summary>
public enum PasskeyUserVerification
{
    /// <summary>Without it there is no registration and no sign-in: a passkey is two factors at once.</summary>
    Required,

    /// <summary>It is asked for and may be missing: then a passkey is one factor, and counts as one.</summary>
    Preferred,
}
