namespace AuthKit.Passkeys;

/// <summary>What an authenticator is asked to show of its make at registration (WebAuthn §5.4.7).</summary>
public enum PasskeyAttestation
{
    /// <summary>Nothing: any authenticator will do, and none can be told from others of its make.</summary>
    None,

    /// <summary>A statement signed by its maker. It is checked as far as the statement itself goes, and against a FIDO metadata service where the host registers an <c>IMetadataService</c> of Fido2's.</summary>
    Direct,
}
