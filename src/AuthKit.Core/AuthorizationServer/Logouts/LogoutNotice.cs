using AuthKit.Queues;

namespace AuthKit.AuthorizationServer.Logouts;

/// <summary>What a client has still to be told: that a session of its has ended (OpenID Connect Back-Channel Logout 1.0 §2.5). The logout token is signed when it is sent.</summary>
public sealed record LogoutNotice : IQueued
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The client.</summary>
    public required string ClientId { get; init; }

    /// <summary>Whose session it was.</summary>
    public required Guid UserId { get; init; }

    /// <summary>Where the user lives; <see cref="Tenants.Tenant.Home"/> for the home database.</summary>
    public required string Tenant { get; init; }

    /// <summary>The client's session, the <c>sid</c> of its id tokens.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>When it was enqueued.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When nobody tries further.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it may next be claimed. For a claimed one that is the end of the lease.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>How often it has been claimed.</summary>
    public int Attempts { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(LogoutNotice)} {Id}";
}
