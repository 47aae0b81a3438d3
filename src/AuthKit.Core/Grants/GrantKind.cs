namespace AuthKit.Grants;

/// <summary>What a grant may be exchanged for.</summary>
public enum GrantKind
{
    /// <summary>A new password, by a secret that was mailed to the account's address.</summary>
    PasswordReset = 1,

    /// <summary>Tokens, by the code that the browser carried back to the client (RFC 6749 §4.1.2).</summary>
    AuthorizationCode = 2,

    /// <summary>An authorization request that the client has pushed (RFC 9126).</summary>
    PushedRequest = 3,

    /// <summary>Tokens, by the code that a device polls with (RFC 8628 §3.2).</summary>
    DeviceCode = 4,

    /// <summary>The device's request, by a handle derived from the code that a person types (RFC 8628 §6.1).</summary>
    UserCode = 5,

    /// <summary>What the person decided about a device.</summary>
    DeviceDecision = 6,

    /// <summary>Nothing: a client's assertion that has been used, by a handle derived from client and <c>jti</c> (RFC 7523 §3).</summary>
    ClientAssertion = 7,

    /// <summary>That an external identity may sign in to the account, by a secret that was mailed to the account's address.</summary>
    ExternalLink = 8,

    /// <summary>That its owner owns the account's address, by a secret that was mailed to it.</summary>
    EmailConfirmation = 9,

    /// <summary>Another address for the account, by a secret that was mailed to that address.</summary>
    EmailChange = 18,

    /// <summary>The account's former address, by a secret that was mailed to it when the account got another.</summary>
    EmailChangeUndo = 19,

    /// <summary>An account that was going to be erased, by a secret that was mailed to its address.</summary>
    AccountDeletionUndo = 30,

    /// <summary>Nothing: a proof of possession that has been used, by a handle derived from key and <c>jti</c> (RFC 9449 §11.1).</summary>
    DPoPProof = 15,

    /// <summary>A sign-in that waits for its second factor.</summary>
    PendingSignIn = 16,

    /// <summary>Nothing by itself: a challenge of a feature's, by a handle derived from its purpose and the challenge.</summary>
    FeatureChallenge = 20,

    /// <summary>An account in a tenant that takes members by invitation.</summary>
    TenantInvitation = 10,

    /// <summary>An identity at a provider, by the code that the browser carried back to whoever began.</summary>
    ExternalCode = 24,
}
