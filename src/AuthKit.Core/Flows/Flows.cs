using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Browsers;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Tokens;
using AuthKit.Users;

namespace AuthKit;

/// <summary>What AuthKit can do.</summary>
public static class Flows
{
    /// <summary>Makes an account.</summary>
    public static Flow<Register, Registration> Register { get; } = Flow<Register, Registration>.Registered(takesCredentials: true);

    /// <summary>Signs in with a password.</summary>
    public static Flow<Login, TokenPair> Login { get; } = Flow<Login, TokenPair>.Registered(takesCredentials: true);

    /// <summary>Signs in with another provider's access token.</summary>
    public static Flow<LoginExternal, TokenPair> LoginExternal { get; } = Flow<LoginExternal, TokenPair>.Registered(takesCredentials: true);

    /// <summary>Exchanges a refresh token.</summary>
    public static Flow<Refresh, TokenPair> Refresh { get; } = Flow<Refresh, TokenPair>.Registered();

    /// <summary>Ends the caller's session.</summary>
    public static Flow<Logout, Unit> Logout { get; } = Flow<Logout, Unit>.Registered();

    /// <summary>Mails a secret by which a password can be reset.</summary>
    public static Flow<RequestReset, ResetRequested> RequestReset { get; } = Flow<RequestReset, ResetRequested>.Registered(takesCredentials: true);

    /// <summary>Sets a password by such a secret.</summary>
    public static Flow<ResetPassword, PasswordReset> ResetPassword { get; } = Flow<ResetPassword, PasswordReset>.Registered(takesCredentials: true);

    /// <summary>Changes the caller's password.</summary>
    public static Flow<ChangePassword, Unit> ChangePassword { get; } = Flow<ChangePassword, Unit>.Registered(takesCredentials: true);

    /// <summary>Reads the caller's account.</summary>
    public static Flow<GetProfile, User> GetProfile { get; } = Flow<GetProfile, User>.Registered();

    /// <summary>Changes what the caller's account says of its owner.</summary>
    public static Flow<UpdateProfile, User> UpdateProfile { get; } = Flow<UpdateProfile, User>.Registered();

    /// <summary>Tells whose an access token is, by name.</summary>
    public static Flow<ValidateToken, TokenOwner> ValidateToken { get; } = Flow<ValidateToken, TokenOwner>.Registered();

    /// <summary>Tells who calls, from an access token alone.</summary>
    public static Flow<Authenticate, Caller> Authenticate { get; } = Flow<Authenticate, Caller>.Registered();

    /// <summary>Publishes the keys by which tokens can be verified.</summary>
    public static Flow<PublishKeys, KeySet> PublishKeys { get; } = Flow<PublishKeys, KeySet>.Registered();

    /// <summary>Asks whether the home database answers.</summary>
    public static Flow<CheckHealth, Unit> CheckHealth { get; } = Flow<CheckHealth, Unit>.Registered();

    /// <summary>Signs a user in to the authorization server's own pages.</summary>
    public static Flow<SignInBrowser, BrowserSession> SignInBrowser { get; } = Flow<SignInBrowser, BrowserSession>.Registered(takesCredentials: true);

    /// <summary>Tells who is signed in with a browser.</summary>
    public static Flow<GetBrowserUser, User> GetBrowserUser { get; } = Flow<GetBrowserUser, User>.Registered();

    /// <summary>Signs a browser out.</summary>
    public static Flow<EndBrowserSession, SignedOut> EndBrowserSession { get; } = Flow<EndBrowserSession, SignedOut>.Registered();

    /// <summary>Answers an authorization request, or tells which page the user has to see first.</summary>
    public static Flow<Authorize, AuthorizationStep> Authorize { get; } = Flow<Authorize, AuthorizationStep>.Registered();

    /// <summary>Takes an authorization request from its client directly.</summary>
    public static Flow<PushAuthorization, PushedRequest> PushAuthorization { get; } = Flow<PushAuthorization, PushedRequest>.Registered();

    /// <summary>Exchanges an authorization code for tokens.</summary>
    public static Flow<RedeemCode, TokenPair> RedeemCode { get; } = Flow<RedeemCode, TokenPair>.Registered();

    /// <summary>Gives a client an access token in its own name.</summary>
    public static Flow<GrantClientCredentials, TokenPair> GrantClientCredentials { get; } = Flow<GrantClientCredentials, TokenPair>.Registered();

    /// <summary>Gives a device without a browser the codes to be let in with.</summary>
    public static Flow<AuthorizeDevice, DeviceAuthorization> AuthorizeDevice { get; } = Flow<AuthorizeDevice, DeviceAuthorization>.Registered();

    /// <summary>Tells which device a code that a person typed would let in.</summary>
    public static Flow<FindDevice, WaitingDevice> FindDevice { get; } = Flow<FindDevice, WaitingDevice>.Registered(takesCredentials: true);

    /// <summary>Lets a device in, or keeps it out.</summary>
    public static Flow<DecideDevice, Unit> DecideDevice { get; } = Flow<DecideDevice, Unit>.Registered(takesCredentials: true);

    /// <summary>Exchanges a device's code for tokens.</summary>
    public static Flow<RedeemDeviceCode, TokenPair> RedeemDeviceCode { get; } = Flow<RedeemDeviceCode, TokenPair>.Registered();

    /// <summary>Ends the session of a token.</summary>
    public static Flow<RevokeToken, Unit> RevokeToken { get; } = Flow<RevokeToken, Unit>.Registered();

    /// <summary>Tells what a token stands for.</summary>
    public static Flow<IntrospectToken, TokenFacts> IntrospectToken { get; } = Flow<IntrospectToken, TokenFacts>.Registered();

    /// <summary>Reads what an access token's scope lets its client know of the user.</summary>
    public static Flow<GetUserInfo, UserInfo> GetUserInfo { get; } = Flow<GetUserInfo, UserInfo>.Registered();

    /// <summary>Registers a client.</summary>
    public static Flow<RegisterClient, RegisteredClient> RegisterClient { get; } = Flow<RegisterClient, RegisteredClient>.Registered(takesCredentials: true);
}
