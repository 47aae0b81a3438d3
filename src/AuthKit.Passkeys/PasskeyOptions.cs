namespace AuthKit.Passkeys;

/// <summary>Who passkeys are for and what they have to be; checked at start-up.</summary>
public sealed class PasskeyOptions
{
    /// <summary>The relying party's id (WebAuthn §5.1.2): the domain that passkeys belong to, to be changed never. Passkeys of one id are useless under another.</summary>
    /// <value>Default: null, which is the issuer's host.</value>
    public string? RelyingPartyId { get; set; }

    /// <summary>What people see as whose the passkey is.</summary>
    /// <value>Default: null, which is the relying party's id.</value>
    public string? RelyingPartyName { get; set; }

    /// <summary>Where pages may use passkeys from, for example <c>https://app.example</c>: the relying party's id or a domain below it, or with a port; an app on Android is <c>android:apk-key-hash:…</c>.</summary>
    /// <value>Default: empty, which is the issuer's origin.</value>
    public IList<string> Origins { get; } = [];

    /// <summary>Origins of other domains that may use these passkeys (WebAuthn §5.11): <c>/.well-known/webauthn</c> lists them, which has to be served under the relying party's id.</summary>
    /// <value>Default: empty.</value>
    public IList<string> RelatedOrigins { get; } = [];

    /// <summary>Whether authenticators verify their users.</summary>
    /// <value>Default: <see cref="PasskeyUserVerification.Required"/>.</value>
    public PasskeyUserVerification UserVerification { get; set; } = PasskeyUserVerification.Required;

    /// <summary>What authenticators are asked to show of their make.</summary>
    /// <value>Default: <see cref="PasskeyAttestation.None"/>.</value>
    public PasskeyAttestation Attestation { get; set; }

    /// <summary>What passkeys may sign with, the preferred first.</summary>
    /// <value>Default: ES256, EdDSA, RS256.</value>
    public IList<PasskeyAlgorithm> Algorithms { get; } = [PasskeyAlgorithm.Es256, PasskeyAlgorithm.EdDsa, PasskeyAlgorithm.Rs256];

    /// <summary>How long a challenge is good for, which browsers are told as their time limit.</summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan ChallengeLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many passkeys an account can have.</summary>
    /// <value>Default: 25.</value>
    public int MaxPerAccount { get; set; } = 25;

    /// <summary>Whether an account can be made with a passkey and without a password.</summary>
    /// <value>Default: true.</value>
    public bool SignUp { get; set; } = true;

    /// <summary>
    /// Whether an account that has a passkey is not signed in to by a password alone: a passkey of its has to be proved as well, or another
    /// second factor. Whoever loses the only one then cannot sign in, which is why the host decides.
    /// </summary>
    /// <value>Default: false: a passkey signs in by itself, and passwords go on as before.</value>
    public bool SecondFactor { get; set; }
}
