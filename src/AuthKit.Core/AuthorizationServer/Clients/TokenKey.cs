namespace AuthKit.AuthorizationServer.Clients;

/// <summary>The key that a client's tokens are bound to.</summary>
/// <param name="Confirmation">The key, as <see cref="Sessions.Session.Confirmation"/> has it; null for bearer tokens.</param>
internal readonly record struct TokenKey(string? Confirmation)
{
    /// <summary>What refresh tokens are bound to: those of a client that proves who it is are bound to that (RFC 9449 §5, RFC 8705 §4), so that it may change its keys.</summary>
    public string? OfRefresh(Client client) => client.IsPublic ? Confirmation : null;
}
