using AuthKit.Proofs;

namespace AuthKit.AuthorizationServer;

/// <summary>The authorization server (RFC 6749).</summary>
public sealed class OAuthOptions
{
    internal static readonly TimeSpan UsualPushedRequestLifetime = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The security profile that the server is held to. <see cref="SecurityProfile.Fapi2"/> turns on <see cref="RequirePkce"/> and
    /// <see cref="RequirePushedRequests"/>, binds every token to a key, and refuses to start with what it rules out.
    /// </summary>
    /// <value>Default: <see cref="SecurityProfile.None"/>.</value>
    public SecurityProfile Profile { get; set; }

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
    /// <value>Default: 10 minutes; under <see cref="SecurityProfile.Fapi2"/> 9.</value>
    public TimeSpan PushedRequestLifetime { get; set; } = UsualPushedRequestLifetime;

    /// <summary>
    /// Whether a refresh token that is worth nothing without a key is exchanged for another whenever it is used, as all others are (RFC 9700
    /// §4.14.2): one that is bound to a key, or whose client proves who it is by one. Where not, it stays good for as long as its session,
    /// and a lost reply costs nothing. One that was exchanged before stays used up.
    /// </summary>
    /// <value>Default: null, which is true; under <see cref="SecurityProfile.Fapi2"/> false (FAPI 2.0 Security Profile §5.3.2.1).</value>
    public bool? RotateBoundRefreshTokens { get; set; }

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

    /// <summary>How many accounts a browser may be signed in to at once; whoever signs in to one more is signed out of the one not used for the longest.</summary>
    /// <value>Default: 5. With 1, signing in to another account signs out of the one before.</value>
    public int MaxAccountsPerBrowser { get; set; } = 5;

    /// <summary>The tokens with which clients may register (RFC 7591 §1.2), at least 16 characters each; a secret.</summary>
    /// <value>Default: empty, which is that nobody may, unless <see cref="OpenRegistration"/> is on.</value>
    public IList<string> InitialAccessTokens { get; } = [];

    /// <summary>Whether anybody may register a client, without a token.</summary>
    /// <value>Default: false; true in Development.</value>
    public bool OpenRegistration { get; set; }

    /// <summary>
    /// For how long the secret is good that a client is given at <c>/register</c> (<c>client_secret_expires_at</c>, RFC 7591 §3.2.1): a minute to
    /// ten years. Once half of that is over, an update of the registration (RFC 7592 §2.2) gives another. Secrets that clients chose have no end.
    /// </summary>
    /// <value>Default: null, which is that it does not end.</value>
    public TimeSpan? ClientSecretLifetime { get; set; }

    /// <summary>
    /// Whether pages of any origin may call the routes that <see cref="Clients.Client.AllowedOrigins"/> opens (CORS): discovery, tokens,
    /// userinfo, revocation, pushed requests, devices and registration. No cookie is ever taken there, and no page is ever opened.
    /// </summary>
    /// <value>Default: false, which is the origins of clients. Discovery and keys are open to all either way.</value>
    public bool AllowAnyOrigin { get; set; }

    /// <summary>Proofs of possession (RFC 9449).</summary>
    public DPoPOptions DPoP { get; } = new();

    /// <summary>Clients' certificates (RFC 8705).</summary>
    public MutualTlsOptions MutualTls { get; } = new();

    /// <summary>The scopes of the host's own interfaces, beside those that identify a user.</summary>
    public IList<ApiScope> Scopes { get; } = [];

    /// <summary>The interfaces that access tokens can be for, each with an audience and scopes of its own (RFC 8707): <c>Apis.Add("https://api.example", "read", "write")</c>.</summary>
    /// <value>Default: empty, which is that every access token is for the host (<see cref="AuthKitOptions.Audience"/>).</value>
    public ApiCollection Apis { get; } = [];

    // For the rooms below, which do not know of profiles.
    internal IReadOnlyList<string> ProofAlgorithms => SecurityOffer.Of(Profile).ProofAlgorithms;

    internal bool BindsAllTokens => Profile is SecurityProfile.Fapi2;

    /// <summary>The host's own scopes and those of its interfaces.</summary>
    public IEnumerable<ApiScope> AllScopes() => Scopes.Concat(Apis.SelectMany(static api => api.Scopes));

    /// <summary>
    /// Whether a client may be known by the address of a document that says what it is (draft-ietf-oauth-client-id-metadata-document), without
    /// having registered: what clients of the Model Context Protocol do. Users are asked for their consent each time, and see the client's host.
    /// </summary>
    /// <value>Default: false, because it has this server fetch what a stranger names.</value>
    public bool ClientIdMetadataDocuments { get; set; }

    /// <summary>How the documents are fetched that clients keep on servers of their own.</summary>
    public ClientDocumentOptions ClientDocuments { get; } = new();
}
