namespace AuthKit.AuthorizationServer.Browsers;

/// <summary>A browser in which a user has signed in to the authorization server's own pages.</summary>
/// <param name="UserId">The user's account.</param>
/// <param name="SessionId">The session, a row like that of any other device.</param>
/// <param name="Tenant">Where the user lives; <see cref="Tenants.Tenant.Home"/> for the home database.</param>
/// <param name="AuthenticatedAt">When the user proved who they are.</param>
public sealed record BrowserSession(Guid UserId, Guid SessionId, string Tenant, DateTimeOffset AuthenticatedAt)
{
    /// <summary>What the host knows the account by (<see cref="Tokens.Caller.AccountSubject"/>).</summary>
    public string Subject { get; init; } = UserId.ToString();

    /// <summary>What the browser keeps to show later that the account has signed in with it (<see cref="FlowContext.Device"/>); null where it has that already.</summary>
    public string? DeviceToken { get; init; }

    /// <summary>Whether another session is one of the same account.</summary>
    public bool IsSameAccount(BrowserSession other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return UserId == other.UserId && Tenant == other.Tenant;
    }

    /// <inheritdoc/>
    public override string ToString() => $"browser session {SessionId}";
}
