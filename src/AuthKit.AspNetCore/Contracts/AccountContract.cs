using AuthKit.Contracts.Account;
using AuthKit.Features;
using AuthKit.Http;
using AuthKit.Security;
using AuthKit.Users;
using static AuthKit.Contracts.CommonReplies;

namespace AuthKit.Contracts;

/// <summary>
/// AuthKit's own contract, for hosts that have no documented clients to please: plain JSON in camelCase, problem details for
/// failures (RFC 9457), 201 with <c>Location</c>, 204 without a body.
/// </summary>
public sealed class AccountContract : Contract
{
    private const string Profile = "/me";
    private const string ExternalLogins = "/me/external-logins";
    private const string Proofs = "/me/proofs";

    /// <summary>The contract, below <c>/account</c>.</summary>
    public AccountContract() : base("account", new AccountEnvelope())
    {
        Prefix = "/account";
        Spelling = new(NameStyle.CamelCase, NameStyle.KebabCase) { EmptyStatus = 204, SignIn = SignInSpelling.Of(AccountTokens.Of) };
        Phrases = Phrases
            .Named(Field.Identifier, "email")
            .On(Fault.WrongPassword, 400, field: "currentPassword")
            .On(Fault.InvalidResetToken, 400, field: "token");
    }

    /// <summary>Whether a registration signs the new account in, so that its reply has tokens.</summary>
    /// <value>Default: true; where the address has to be confirmed first, nobody is signed in, and the reply has no body.</value>
    public bool SignInOnRegistration { get; set; } = true;

    /// <summary>Whether browsers get an HttpOnly cookie in place of tokens, which the host's own endpoints take as well.</summary>
    /// <value>Default: <see cref="CookieUse.OnRequest"/>, which is by <c>?cookie=true</c>.</value>
    public CookieUse Cookies { get; set; }

    /// <summary>
    /// Origins beside the host's own whose pages may use the cookie, as browsers write them: <c>https://app.example.com</c>. They have to be
    /// of the host's site, or browsers do not send it, and the host's own CORS policy has to allow them credentials.
    /// </summary>
    /// <value>Default: none.</value>
    public IList<string> CookieOrigins { get; } = [];

    /// <inheritdoc/>
    public override IEnumerable<string> Check(AuthKitOptions options) => CookieOrigins.Where(static origin => !RequestOrigin.IsAcceptable(origin))
        .Select(static origin => $"CookieOrigins has '{origin}', which is no origin as browsers write it; write https, the host and nothing after it, as in https://app.example.com.");

    internal override SessionCookieRules? SessionCookies => Cookies is CookieUse.Never ? null : new(Cookies, [.. CookieOrigins]);

    /// <inheritdoc/>
    protected override void Map(RouteTable routes)
    {
        Register(routes).Answers(201, location: Profile);
        routes.Post("/login", Flows.Login, r => new(r.Optional("email") ?? r.Optional("userName"), r["password"]), AccountTokens.Of);
        routes.Post("/login/external", Flows.LoginExternal, r => new(r["provider"], r["token"]), AccountTokens.Of);
        routes.Post("/refresh", Flows.Refresh, r => new(r["refreshToken"]), AccountTokens.Of);
        routes.Post("/logout", Flows.Logout, r => new(r.Bearer), Nothing).Answers(204).SignsOut();

        routes.Get(Profile, Flows.GetProfile, r => new(r.Bearer), AccountData.Of);
        routes.Patch(Profile, Flows.UpdateProfile, r => new(r.Bearer, ProfileOf(r)), AccountData.Of);

        routes.Put("/password", Flows.ChangePassword, r => new(r.Bearer, r["currentPassword"], r["newPassword"]), Nothing).Answers(204);
        // Mail that is still to be sent, if there is an account to send it to.
        routes.Post("/password/forgot", Flows.RequestReset, r => new(r["email"]), Nothing).Answers(202);
        routes.Post("/password/reset", Flows.ResetPassword, r => new(r["token"], r["newPassword"]), Nothing).Answers(204)
            .Phrased(phrases => phrases.Named(Field.Password, "newPassword"));

        routes.Get(ExternalLogins, Flows.ListExternalLogins, r => new(r.Bearer), ExternalLoginData.All);
        routes.Delete(ExternalLogins, Flows.UnlinkExternal, r => new(r.Bearer, r.Query("provider"), r.Query("subject")), Nothing).Answers(204)
            .Phrased(phrases => phrases.On(Fault.NotFound, "The account has no such identity."));

        routes.Post(Proofs + "/options", Flows.BeginProof, ProofFeature.OptionsOf, ProofOptions.Of);
        routes.Post(Proofs, Flows.ProveIdentity, ProofFeature.ProofOf, ProofTokens.Of);
    }

    private Row Register(RouteTable routes) => SignInOnRegistration
        ? routes.Post("/register", Flows.Register, RegistrationOf, Registered)
        : routes.Post("/register", Flows.Register, RegistrationOf, Nothing);

    // Where sign-in waits for a confirmed address, there are no tokens yet.
    private static AccountTokens? Registered(Registration registration) => registration.Tokens is { } tokens ? AccountTokens.Of(tokens) : null;

    private Register RegistrationOf(WireRequest r) => new(r["email"], r["password"])
    {
        UserName = r.Optional("userName"),
        Profile = ProfileOf(r),
        SignIn = SignInOnRegistration,
    };

    private static UserProfile ProfileOf(WireRequest r) => new()
    {
        Name = r.Optional("name"),
        GivenName = r.Optional("givenName"),
        FamilyName = r.Optional("familyName"),
        PhoneNumber = r.Optional("phoneNumber"),
        Address = r.Optional("address"),
        ContactEmail = r.Optional("contactEmail"),
    };
}
