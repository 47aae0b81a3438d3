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
}
