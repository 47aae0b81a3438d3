namespace AuthKit.AuthorizationServer.Clients;

/// <summary>Where a client is told of a sign-out.</summary>
internal static class LogoutUri
{
    /// <summary>Whether the server may post there (OpenID Connect Back-Channel Logout 1.0 §2.2): https, or http on the loopback interface, without a fragment.</summary>
    public static bool IsBackChannel(string address) => RedirectUri.IsAcceptable(address) && address.StartsWith("http", StringComparison.Ordinal);

    /// <summary>Whether a browser may be had to load it (OpenID Connect Front-Channel Logout 1.0 §2): the same, at the origin of one of the client's redirect addresses.</summary>
    public static bool IsFrontChannel(string address, IEnumerable<string> redirectUris) =>
        IsBackChannel(address) && Origin.OfAll([address]).Intersect(Origin.OfAll(redirectUris.Where(RedirectUri.IsAcceptable)), StringComparer.Ordinal).Any();
}
