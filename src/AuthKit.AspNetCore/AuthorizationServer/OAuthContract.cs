using System.Text.Json.Nodes;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Described;
using AuthKit.AuthorizationServer.Pages;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Http;
using AuthKit.Pages;
using AuthKit.Security;
using AuthKit.Tokens;
using static AuthKit.Contracts.CommonReplies;

namespace AuthKit.AuthorizationServer;

/// <summary>
/// An OAuth 2.0 authorization server and OpenID Connect provider. Replies of the documented routes have
/// <c>status</c> beside what the standards say; those that the standards alone know are as the standards have them.
/// </summary>
public sealed class OAuthContract : Contract
{
    // RFC 8707 §2: it may come several times.
    private const string Resource = "resource";

    /// <summary>The contract as documented.</summary>
    public OAuthContract() : base("oauth", new OAuthEnvelope())
    {
        Body = BodySyntax.Form;
        ClientChallenge = "Basic realm=\"token\", charset=\"UTF-8\"";
        IdTokenAlgorithm = SigningAlgorithms.Rs256;
        Spelling = new(NameStyle.SnakeCase, NameStyle.SnakeCase)
        {
            SignIn = SignInSpelling.Of(TokenReply.Of) with { Scope = static r => r.Parameter("scope"), Client = static r => r.ClientByAnyMethod() },
        };
        Phrases = Phrases
            .Named(Field.UserName, "username")
            .Named(Field.GivenName, "firstname")
            .Named(Field.FamilyName, "lastname")
            .Named(Field.PhoneNumber, "phone")
            .Named(Field.RefreshToken, "refresh_token")
            .Named(Field.RedirectUri, "redirect_uri")
            .Named(Field.CodeVerifier, "code_verifier")
            .Named(Field.CodeChallenge, "code_challenge")
            .Named(Field.SubjectToken, "subject_token")
            .Named(Field.SubjectTokenType, "subject_token_type")
            .Named(Field.RequestedTokenType, "requested_token_type")
            .Named(Field.DPoPKey, "dpop_jkt")
            .Named(Field.ResponseType, "response_type")
            .Named(Field.ResponseMode, "response_mode")
            .Named(Field.Nonce, "nonce")
            .Named(Field.MaxAge, "max_age")
            .Named(Field.RequestObject, "request")
            .Named(Field.ClientId, "client_id")
            .Named(Field.ClientSecret, "client_secret")
            .Named(Field.RequestUri, "request_uri")
            .On(Fault.InvalidRefreshToken, 400, "The refresh token is invalid, expired, used or revoked.");
    }

    /// <summary>Whether the documented routes' replies have <c>status</c> and <c>message</c> beside what the standards say.</summary>
    /// <value>Default: true, as its document has it.</value>
    public bool DocumentedEnvelope
    {
        get => Envelope is OAuthEnvelope;
        set => Envelope = value ? new OAuthEnvelope() : StandardEnvelope.Instance;
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Check(AuthKitOptions options)
    {
        // OpenID Connect Discovery 1.0 §3.
        if (!Uri.TryCreate(options.Issuer, UriKind.Absolute, out var issuer) || issuer.Scheme is not ("http" or "https") || issuer.Query.Length > 0 || issuer.Fragment.Length > 0)
            yield return "Issuer is the server's own absolute http or https address.";
    }

    internal override IReadOnlyList<Page> Pages => OAuthPages.All;

    internal override bool GivesBearerTokens => false;

    /// <inheritdoc/>
    protected override void Map(RouteTable routes)
    {
        const string grantType = "grant_type";
        const string token = OAuthPaths.Token;

        routes.Post("/register_client", OAuthFlows.RegisterClient, ClientRegistration.ReadDocumented, Nothing).Reads(BodySyntax.FormOrJson).Phrased(Registering).Says("register client successfully");
        routes.Post("/register_user", Flows.Register, User, Nothing).Reads(BodySyntax.FormOrJson).Says("register user successfully");
        routes.PostForm(token, grantType, GrantTypes.AuthorizationCode, OAuthFlows.RedeemCode, Code, TokenReply.Of).Cors(CorsAccess.Clients);
        routes.PostForm(token, grantType, "refresh", Flows.Refresh, Refresh, TokenReply.Of);
        routes.PostForm(token, grantType, GrantTypes.RefreshToken, Flows.Refresh, Refresh, TokenReply.Of);
        routes.PostForm(token, grantType, GrantTypes.ClientCredentials, OAuthFlows.GrantClientCredentials, r => new(r.ClientByAnyMethod(), r.Parameter("scope")) { Resources = r.Repeated(Resource), AuthorizationDetails = r.Parameter("authorization_details") }, TokenReply.Of);
        routes.PostForm(token, grantType, GrantTypes.DeviceCode, OAuthFlows.RedeemDeviceCode, r => new(r["device_code"], r.ClientByAnyMethod()) { Resources = r.Repeated(Resource) }, TokenReply.Of)
            .Phrased(phrases => phrases.Named(Field.Code, "device_code"));
        routes.PostForm(token, grantType, GrantTypes.TokenExchange, OAuthFlows.ExchangeToken, Exchange, TokenReply.OfExchange);
        routes.Post("/api", OAuthFlows.GetUserInfo, r => new(r.BearerOrField("access_token")), UserClaims.Documented).Cors(CorsAccess.Clients);

        routes.Get(OAuthPaths.UserInfo, OAuthFlows.GetUserInfo, r => new(r.Bearer, Scopes.OpenId), info => info.Claims).SignedAs<UserInfo>("application/jwt", SignedReplies.Of).Describing<Claims>().AlwaysIn(StandardEnvelope.Instance).Cors(CorsAccess.Clients);
        routes.Post(OAuthPaths.UserInfo, OAuthFlows.GetUserInfo, r => new(r.BearerOrField("access_token"), Scopes.OpenId), info => info.Claims).SignedAs<UserInfo>("application/jwt", SignedReplies.Of).Describing<Claims>().AlwaysIn(StandardEnvelope.Instance).Cors(CorsAccess.Clients);
        routes.Post(OAuthPaths.PushedRequest, OAuthFlows.PushAuthorization, r => new(AuthorizationRequestReader.Of(r.Parameter, r.Repeated), r.ClientByAnyMethod()), PushedRequestReply.Of)
            .AlwaysIn(StandardEnvelope.Instance).Answers(201).Cors(CorsAccess.Clients);
        routes.Post(OAuthPaths.DeviceAuthorization, DeviceAuthorizationRow.Flow(this), r => new(r.ClientByAnyMethod(), r.Parameter("scope")) { Resources = r.Repeated(Resource), AuthorizationDetails = r.Parameter("authorization_details") }, reply => reply).AlwaysIn(StandardEnvelope.Instance).Cors(CorsAccess.Clients);
        routes.Post(OAuthPaths.Revoke, OAuthFlows.RevokeToken, r => new(r["token"], r.ClientByAnyMethod()), Empty)
            .Phrased(phrases => phrases.On(Fault.InvalidGrant, "The token was issued to another client.")).AlwaysIn(StandardEnvelope.Instance).Cors(CorsAccess.Clients);
        routes.Post(OAuthPaths.Introspect, OAuthFlows.IntrospectToken, r => new(r["token"], r.ClientByAnyMethod()) { Signed = r.Accepts(SignedReplies.Introspection) }, IntrospectionReply.Of)
            .SignedAs<TokenFacts>(SignedReplies.Introspection, SignedReplies.Of).AlwaysIn(StandardEnvelope.Instance);
        routes.Post(OAuthPaths.Register, ClientConfiguration.Written(this, OAuthFlows.RegisterClient), ClientRegistration.Read, client => client).Describing<RegistrationReply>().Reads(BodySyntax.Json).Phrased(Registering).AlwaysIn(StandardEnvelope.Instance).Answers(201).Cors(CorsAccess.Registration);
        routes.Get(OAuthPaths.Register, ClientConfiguration.Written(this, OAuthFlows.ReadClient), ClientConfiguration.Read, client => client).Describing<RegistrationReply>().AlwaysIn(StandardEnvelope.Instance);
        routes.Put(OAuthPaths.Register, ClientConfiguration.Written(this, OAuthFlows.UpdateClient), ClientRegistration.ReadUpdate, client => client).Describing<RegistrationReply>().Reads(BodySyntax.Json).Phrased(Registering).AlwaysIn(StandardEnvelope.Instance);
        routes.Delete(OAuthPaths.Register, OAuthFlows.DeleteClient, ClientConfiguration.Delete, Nothing).AlwaysIn(StandardEnvelope.Instance).Answers(204);
        routes.Get("~/.well-known/openid-configuration", Discovery.Flow(this), _ => new(), metadata => metadata).Describing<ServerMetadata>().AlwaysIn(StandardEnvelope.Instance).Cors(CorsAccess.Anyone);
        routes.Get("~/.well-known/oauth-authorization-server", Discovery.Flow(this), _ => new(), metadata => metadata).Describing<ServerMetadata>().AlwaysIn(StandardEnvelope.Instance).Cors(CorsAccess.Anyone);
    }

    /// <summary>Where a route or page is, at the issuer.</summary>
    internal string AddressOf(string path, AuthKitOptions options) => options.Issuer.TrimEnd('/') + PathOf(path);

    private static Phrasebook Registering(Phrasebook phrases) => phrases.On(Fault.InvalidRedirectUri, "A redirect URI is missing, or not one that may be registered.").On(Fault.Conflict, "The client was changed at the same time. Try again.");

    private static Register User(WireRequest r) => new(r["email"], r["password"])
    {
        UserName = r.Parameter("username"),
        Profile = new() { GivenName = r.Parameter("firstname"), FamilyName = r.Parameter("lastname"), PhoneNumber = r.Parameter("phone") },
    };

    private static RedeemCode Code(WireRequest r) => new(r["code"], r.Parameter("redirect_uri"), r.Parameter("code_verifier"), r.ClientByAnyMethod()) { Resources = r.Repeated(Resource) };

    private static ExchangeToken Exchange(WireRequest r) => new(r["subject_token"], r["subject_token_type"], r.ClientByAnyMethod())
    {
        ActorToken = r.Parameter("actor_token"),
        ActorTokenType = r.Parameter("actor_token_type"),
        RequestedTokenType = r.Parameter("requested_token_type"),
        Scope = r.Parameter("scope"),
        Audiences = r.Repeated("audience"),
        Resources = r.Repeated(Resource),
    };

    // Clients ignore the body (RFC 7009 §2.2), and some of them want JSON all the same.
    private static JsonObject Empty(Unit result) => [];

    private static Refresh Refresh(WireRequest r) => new(r["refresh_token"], r.ClientByAnyMethod()) { Scope = r.Parameter("scope"), Resources = r.Repeated(Resource) };
}
