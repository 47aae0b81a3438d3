namespace AuthKit.AuthorizationServer.Logouts;

/// <summary>What a browser loads to tell a client of a sign-out (OpenID Connect Front-Channel Logout 1.0 §2).</summary>
/// <param name="Uri">The client's address, as it is registered.</param>
/// <param name="SessionId">The <c>sid</c>.</param>
public sealed record FrontChannelLogout(string Uri, Guid SessionId);
