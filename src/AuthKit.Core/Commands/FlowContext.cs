using System.Net;
using AuthKit.Passwords;

namespace AuthKit;

/// <summary>What a flow is told beside its command: how the request came, not what it asks.</summary>
public sealed record FlowContext
{
    /// <summary>The <c>client_id</c> of callers that present none: the contract's name.</summary>
    public required string ClientId { get; init; }

    /// <summary>The tenant that the request points to by host name or header; <see cref="Tenants.Tenant.Home"/> is the home database, null no hint.</summary>
    public string? TenantHint { get; init; }

    /// <summary>
    /// What shows that an account has signed in before from the device that asks: a device's token, or an access token, expired
    /// or not. Its attempts are counted apart from those of others, who cannot lock its owner out.
    /// </summary>
    public string? Device { get; init; }

    /// <summary>Whether the client that waits wants a second factor proved (<c>acr_values</c>), also on a device that would be spared it.</summary>
    public bool WantsSecondFactor { get; init; }

    /// <summary>The network that the request came from, however it is written; null where that is not known. Failures are counted apart for an address that a client has authenticated from before, and databases that callers bring are counted by it.</summary>
    public string? Address { get; init; }

    /// <summary>The address that the request came from, for events; null where that is not known.</summary>
    public IPAddress? RemoteAddress { get; init; }

    /// <summary>What the caller's program calls itself, for events.</summary>
    public string? UserAgent { get; init; }

    /// <summary>What id tokens are signed with where the client does not say, of <see cref="Tokens.SigningAlgorithms"/>.</summary>
    /// <value>Default: <c>ES256</c>.</value>
    public string IdTokenAlgorithm { get; init; } = Tokens.SigningAlgorithms.Es256;

    /// <summary>The rules for new passwords, where the contract's own stand in place of the host's.</summary>
    public PasswordRules? PasswordRules { get; init; }

    /// <summary>The access token that the request has been authenticated by a moment ago, if it has; flows that are sent the same one take what was found.</summary>
    public Tokens.AuthenticatedToken? Authenticated { get; init; }

    /// <summary>What the request brings to prove that its sender holds a key; null where it brings nothing.</summary>
    public Proofs.PresentedProof? Proof { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(FlowContext);
}
