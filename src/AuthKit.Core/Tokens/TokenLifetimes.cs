namespace AuthKit.Tokens;

/// <summary>For how long what a client is given lasts.</summary>
/// <param name="AccessToken">An access token.</param>
/// <param name="IdToken">An id token.</param>
/// <param name="Session">A session, however often it is refreshed.</param>
internal readonly record struct TokenLifetimes(TimeSpan AccessToken, TimeSpan IdToken, TimeSpan Session);
