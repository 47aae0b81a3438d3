namespace AuthKit.Events;

/// <summary>Why a token does not count.</summary>
public static class TokenRefusals
{
    /// <summary>It is not this server's, or not what it is presented as, or not the client's that presents it.</summary>
    public const string Invalid = "invalid";

    /// <summary>Its time is over.</summary>
    public const string Expired = "expired";

    /// <summary>Its session has ended, or it has been used up.</summary>
    public const string Ended = "ended";

    /// <summary>It is another tenant's than the request points to.</summary>
    public const string OtherTenant = "other_tenant";

    /// <summary>It is for another interface.</summary>
    public const string OtherAudience = "other_audience";

    /// <summary>It is bound to a key, and the request does not prove that its sender holds it.</summary>
    public const string Unproved = "unproved";

    /// <summary>The host's policy does not let this client exchange it.</summary>
    public const string Policy = "policy";

    /// <summary>Its scope does not cover this, or its client is not the host's own.</summary>
    public const string InsufficientScope = "insufficient_scope";

    /// <summary>Its user has proved who they are too long ago, or not strongly enough.</summary>
    public const string ProofRequired = "proof_required";
}
