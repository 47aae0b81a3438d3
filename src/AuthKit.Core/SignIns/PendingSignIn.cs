namespace AuthKit.SignIns;

/// <summary>What has to be known again of a sign-in when its second factor is proved.</summary>
/// <param name="Proved">How the first factor was proved.</param>
/// <param name="Offered">The factors that were offered.</param>
/// <param name="CredentialVersion">The account's when the first proof was checked.</param>
internal sealed record PendingSignIn(string[] Proved, string[] Offered, int? CredentialVersion)
{
    /// <summary>The scope of the tokens.</summary>
    public required string Scope { get; init; }

    /// <summary>The session whose owner proves again who they are; null where somebody signs in.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>Whether the authorization server's pages ask, which end in a browser's session rather than in tokens.</summary>
    public bool InBrowser { get; init; }

    /// <summary>The key that access tokens are bound to; null for bearer tokens.</summary>
    public string? AccessKey { get; init; }

    /// <summary>The SHA-256 of the token by which the device is known to the account; null where it is not.</summary>
    public byte[]? Device { get; init; }

    public bool KnownDevice { get; init; }

    public string? Provider { get; init; }
}
