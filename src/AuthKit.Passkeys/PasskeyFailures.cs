namespace AuthKit.Passkeys;

/// <summary>Why a passkey was not accepted, for events: the reply does not say.</summary>
public static class PasskeyFailures
{
    /// <summary>The challenge is unknown, used, expired, or was made for something or somebody else.</summary>
    public const string Challenge = "passkey_challenge";

    /// <summary>What came cannot be read, or is larger or nested deeper than any authenticator writes it.</summary>
    public const string Malformed = "passkey_malformed";

    /// <summary>There is no such account, no such passkey, or the passkey is another account's.</summary>
    public const string Unknown = "passkey_unknown";

    /// <summary>Signature, origin, relying party, user verification or another check of WebAuthn's failed.</summary>
    public const string Invalid = "passkey_invalid";

    /// <summary>The signature counter did not rise: somebody may have copied the authenticator (WebAuthn §6.1.1).</summary>
    public const string Cloned = "passkey_cloned";

    /// <summary>What never changes about a passkey has changed: whether it can be backed up (WebAuthn §6.1.3).</summary>
    public const string BackupEligibility = "passkey_backup_eligibility";
}
