namespace AuthKit.AuthorizationServer;

/// <summary>The authorization server (RFC 6749).</summary>
public sealed class OAuthOptions
{
    /// <summary>Whether clients with a secret have to use PKCE as well (RFC 7636). Clients without one always have to.</summary>
    /// <value>Default: false, as <c>OAuthContract</c> documents it.</value>
    public bool RequirePkce { get; set; }

    /// <summary>Whether authorization requests have to be pushed (RFC 9126 §4).</summary>
    /// <value>Default: false.</value>
    public bool RequirePushedRequests { get; set; }

    /// <summary>Whether authorization requests have to be signed (RFC 9101 §10.5), or pushed and signed.</summary>
    /// <value>Default: false. A client may ask for it by itself (<see cref="Clients.Client.RequireRequestObjects"/>).</value>
    public bool RequireRequestObjects { get; set; }

    /// <summary>How long an authorization code is valid (RFC 6749 §4.1.2 allows 10 minutes at the most).</summary>
    /// <value>Default: 1 minute.</value>
    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a pushed authorization request is valid, a person's sign-in and consent included (RFC 9126 §2.2).</summary>
    /// <value>Default: 10 minutes.</value>
    public TimeSpan PushedRequestLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a device's codes are valid (RFC 8628 §3.2).</summary>
    /// <value>Default: 10 minutes.</value>
    public TimeSpan DeviceCodeLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a device has to wait between two polls (RFC 8628 §3.5).</summary>
    /// <value>Default: 5 seconds.</value>
    public TimeSpan DevicePollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an id token is valid.</summary>
    /// <value>Default: 15 minutes.</value>
    public TimeSpan IdTokenLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a browser stays signed in.</summary>
    /// <value>Default: 1 day.</value>
    public TimeSpan BrowserSessionLifetime { get; set; } = TimeSpan.FromDays(1);

    /// <summary>The tokens with which clients may register (RFC 7591 §1.2), at least 16 characters each; a secret.</summary>
    /// <value>Default: empty, which is that nobody may, unless <see cref="OpenRegistration"/> is on.</value>
    public IList<string> InitialAccessTokens { get; } = [];

    /// <summary>Whether anybody may register a client, without a token.</summary>
    /// <value>Default: false; true in Development.</value>
    public bool OpenRegistration { get; set; }

    /// <summary>The scopes of the host's own interfaces, beside those that identify a user.</summary>
    public IList<ApiScope> Scopes { get; } = [];
}
