using AuthKit.Contracts.Tenant;
using AuthKit.Http;
using static AuthKit.Contracts.CommonReplies;

namespace AuthKit.Contracts;

/// <summary>The contract of bare results, <c>{success, message}</c> on failure, and users who live in the database that their registration selects.</summary>
public sealed class TenantContract : Contract
{
    /// <summary>The contract as documented.</summary>
    public TenantContract() : base("tenant", new TenantEnvelope())
    {
        Prefix = "/api/auth";
        Body = BodySyntax.LenientJson;
        Spelling = new(NameStyle.CamelCase, NameStyle.KebabCase) { SignIn = SignInSpelling.Of(Tokens) };
        DocumentedPasswordRules = new() { MinLength = 6, RequireDigit = true, RequireSymbol = true, Blocklist = false };
        Phrases = Phrases
            .Named(Field.Email, "Email")
            .Named(Field.Identifier, "Email/Username")
            .Named(Field.UserName, "Username")
            .Named(Field.Password, "Password")
            .Named(Field.ConnectionString, "Connection String")
            .Named(Field.KeyIdentifier, "Key Identifier")
            .Named(Field.Token, "JWT Token")
            .Named(Field.RefreshToken, "Refresh Token")
            .On(Rule.Required, "{field} field is required.")
            .On(Fault.InvalidCredentials, "Email/Username or password is incorrect")
            .On(Fault.InvalidRefreshToken, "Invalid token");
    }

    /// <summary>Whether a registration has to select a database, as documented. Without one, a user lives in the home database.</summary>
    /// <value>Default: true.</value>
    public bool DatabaseRequired { get; set; } = true;

    /// <inheritdoc/>
    protected override void Map(RouteTable routes)
    {
        routes.Post("/register", Flows.Register, Registration, Nothing).Answers(201);
        routes.Post("/login", Flows.Login, r => new(r.Optional("email") ?? r.Optional("username"), r["password"]), Tokens);
        routes.Post("/refresh", Flows.Refresh, r => new(r["refreshToken"]) { AccessTokenRequired = true, AccessToken = r["token"] }, Tokens);
    }

    private Register Registration(WireRequest r) => new(r["email"], r["password"])
    {
        UserName = r.Optional("username"),
        GenerateUserName = true,
        Database = new(Selector(r, "db.connectionString"), Selector(r, "db.keyIdentifier"), DatabaseRequired),
    };

    private string? Selector(WireRequest r, string field) => DatabaseRequired ? r[field] : r.Optional(field);

    private static TenantTokens Tokens(TokenPair pair) => new(pair.AccessToken, pair.RefreshToken!);
}
