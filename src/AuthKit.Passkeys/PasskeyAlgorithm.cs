namespace AuthKit.Passkeys;

/// <summary>What a passkey signs with.</summary>
public enum PasskeyAlgorithm
{
    /// <summary>ECDSA on P-256 with SHA-256, COSE -7: what nearly all authenticators have.</summary>
    Es256,

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256, COSE -257: what Windows Hello has on older machines.</summary>
    Rs256,

    /// <summary>Ed25519, COSE -8.</summary>
    EdDsa,
}
