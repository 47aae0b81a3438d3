namespace AuthKit.Sessions;

/// <summary>A signed-in device: one row, from sign-in to expiry.</summary>
public sealed record Session
{
    /// <summary>The session's id, the <c>sid</c> of its access tokens: a UUID version 7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose session it is.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The client that signed in.</summary>
    public required string ClientId { get; init; }

    /// <summary>The scope granted, values separated by spaces (RFC 6749 §3.3).</summary>
    public required string Scope { get; init; }

    /// <summary>128 random bits that find the row from a refresh token.</summary>
    public required byte[] Handle { get; init; }

    /// <summary>The SHA-256 of the refresh secret in force; null where no refresh token was granted.</summary>
    public byte[]? SecretHash { get; init; }

    /// <summary>The salt by which the secret in force was derived from its predecessor; null before the first rotation.</summary>
    public byte[]? Salt { get; init; }

    /// <summary>When the device signed in.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// When the user last proved who they are, where that was before the session began or has been since: the <c>auth_time</c> of tokens; null
    /// where it was at <see cref="CreatedAt"/>.
    /// </summary>
    public DateTimeOffset? AuthenticatedAt { get; init; }

    /// <summary>When the refresh secret was last rotated; the sign-in, before that.</summary>
    public required DateTimeOffset LastUsedAt { get; init; }

    /// <summary>When the session ends unless it is used before.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When the session ends however much it is used.</summary>
    public required DateTimeOffset AbsoluteExpiresAt { get; init; }

    /// <summary>When the session was ended early, by sign-out, password change or replay.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>
    /// The <see cref="Users.User.CredentialVersion"/> that the proof was checked under: the session counts while it is the
    /// account's. Null, which is 0, in what a node of schema version 3 wrote, and for a client in its own name.
    /// </summary>
    public int? CredentialVersion { get; init; }

    /// <summary>The browser's session that it was born of (the user signed in to the client through it); null where there is none.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>
    /// The key that its refresh tokens are bound to (RFC 7800 §3.1): the method, a colon and the thumbprint, for example
    /// <c>jkt:…</c> (RFC 9449 §6.1) or <c>x5t#S256:…</c> (RFC 8705 §3.1). Null where whoever bears a refresh token may use it.
    /// </summary>
    public string? Confirmation { get; init; }

    /// <summary>What was granted beside the scope (<see cref="SessionDetails"/>), as JSON; null where that is all.</summary>
    public string? Details { get; init; }

    /// <summary>A short name of the device, as its program calls itself; null where that is not kept.</summary>
    public string? Device { get; init; }

    /// <summary>The address that it was last used from; null where that is not kept.</summary>
    public string? Address { get; init; }

    /// <summary>What its owner calls the device; null where they do not.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it is a client's in its own name, without a user (RFC 6749 §4.4). Only the home database has such sessions; whoever owns a tenant's can have an account of this id.</summary>
    public bool IsClientsOwn => UserId == Guid.Empty;

    /// <summary>Whether the session stands at a point in time.</summary>
    public bool IsActive(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;
}
