using AuthKit.Users;

namespace AuthKit.AuthorizationServer.Browsers;

/// <summary>An account that a browser is signed in to.</summary>
/// <param name="Session">The browser's session.</param>
/// <param name="User">The account.</param>
public sealed record BrowserAccount(BrowserSession Session, User User);
