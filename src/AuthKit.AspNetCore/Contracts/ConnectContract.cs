using AuthKit.AuthorizationServer.Clients;
using AuthKit.Contracts.Connect;
using AuthKit.Http;

namespace AuthKit.Contracts;

/// <summary>
/// The contract of <c>{model, message, hasError, errorMessage, serverErrorMessage}</c>. It documents the password grant,
/// which is open to clients listed as first-party alone (RFC 9700 §2.4).
/// </summary>
public sealed class ConnectContract : Contract
{
    /// <summary>The contract as documented.</summary>
    public ConnectContract() : base("connect", ConnectEnvelope.ModelFirst)
    {
        Prefix = "/api/v1";
        Spelling = new(NameStyle.SnakeCase, NameStyle.KebabCase)
        {
            Root = "/authenticate",
            SignIn = SignInSpelling.Of(SignedIn) with { Scope = static r => r.Optional("scope"), Client = static r => r.Client() },
        };
        DocumentedPasswordRules = new() { MinLength = 6, Blocklist = false };
        Phrases = Phrases
            .Named(Field.Identifier, "username")
            .Named(Field.UserName, "username")
            .Named(Field.RefreshToken, "refresh_token")
            .On(Fault.InvalidCredentials, "You can not sign in")
            .On(Field.Email, Rule.Taken, "You can not sign in")
            .On(Field.UserName, Rule.Taken, "You can not sign in")
            .On(Field.Password, Rule.TooShort, "Passwords must be at least {limit} characters.")
            .On(Fault.InvalidRefreshToken, 400, "The specified refresh token is invalid.");
    }

    /// <inheritdoc/>
    protected override void Map(RouteTable routes)
    {
        const string token = "/authenticate/connect/token";

        routes.Post("/authenticate/register", Flows.Register, r => new(r["email"], r["password"]) { UserName = r.Optional("username") }, UserName)
            .In(ConnectEnvelope.Alphabetical);
        routes.PostForm(token, "grant_type", GrantTypes.Password, Flows.Login, r => new(r["username"], r["password"], r.Optional("scope"), r.Client()), SignedIn)
            .In(ConnectEnvelope.Alphabetical)
            .FailsWith((_, _) => "11");
        routes.PostForm(token, "grant_type", GrantTypes.RefreshToken, Flows.Refresh, r => new(r["refresh_token"], r.Client()), Refreshed)
            .FailsWith(ConnectTokenError.Of);
    }

    private static string UserName(Registration registration) => registration.User.UserName ?? registration.User.Email;

    private static SignInModel SignedIn(TokenPair pair) => new(pair.AccessToken, null, null, pair.ExpiresIn, pair.IdToken, pair.RefreshToken, pair.TokenType);

    private static RefreshModel Refreshed(TokenPair pair) => new(null, null, pair.TokenType, pair.AccessToken, pair.ExpiresIn, pair.RefreshToken, pair.IdToken);
}
