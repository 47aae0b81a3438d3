namespace AuthKit.Sessions;

/// <summary>What a session begins with.</summary>
/// <param name="UserId">Whose it is; <see cref="Guid.Empty"/> for a client in its own name.</param>
/// <param name="CredentialVersion">The account's when the proof was checked, or that of the session it is born of; null for a client in its own name.</param>
/// <param name="ClientId">The client.</param>
/// <param name="Scope">The scope granted.</param>
internal sealed record SessionStart(Guid UserId, int? CredentialVersion, string ClientId, string Scope)
{
    /// <summary>Whether a refresh token is handed out; without one the session is as long as its one access token.</summary>
    public bool Refreshable { get; init; }

    /// <summary>When it ends at the latest; null where its kind says.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When the user proved who they are, where that was before.</summary>
    public DateTimeOffset? AuthenticatedAt { get; init; }

    /// <summary>The browser's session that it is born of.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The key that its refresh tokens are bound to (<see cref="Session.Confirmation"/>).</summary>
    public string? Confirmation { get; init; }

    /// <summary>The device that it is on; null where that is not kept.</summary>
    public SessionDevice? Device { get; init; }

    /// <summary>What is granted beside the scope.</summary>
    public SessionDetails Details { get; init; } = new();
}
