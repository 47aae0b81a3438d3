using AuthKit.Contracts.MessageCode;
using AuthKit.External;
using AuthKit.Http;
using AuthKit.Pages;
using AuthKit.Users;
using static AuthKit.Contracts.CommonReplies;

namespace AuthKit.Contracts;

/// <summary>The contract of <c>{Content, Message, MessageCode}</c>. Bodies are an array of one object.</summary>
public sealed class MessageCodeContract : Contract
{
    private const string TokenHeader = "Token";

    /// <summary>The contract as documented.</summary>
    public MessageCodeContract() : base("message-code", new MessageCodeEnvelope())
    {
        Body = BodySyntax.JsonArray;
        Spelling = new(NameStyle.PascalCase, NameStyle.PascalCase)
        {
            Root = "/User",
            TokenHeader = TokenHeader,
            SignIn = SignInSpelling.Of(SignedIn) with { Scope = static _ => null },
        };
        DocumentedPasswordRules = new() { MinLength = 6, Blocklist = false };
        Phrases = Phrases
            .Named(Field.Email, "Email")
            .Named(Field.Identifier, "Email")
            .Named(Field.Password, "Password")
            .Named(Field.CurrentPassword, "OldPassword")
            .Named(Field.NewPassword, "NewPassword")
            .Named(Field.Name, "FullName")
            .Named(Field.PhoneNumber, "Phone")
            .Named(Field.Address, "Address")
            .Named(Field.ContactEmail, "EmailValidate")
            .Named(Field.Provider, "type");
    }

    /// <summary>Whether <c>ResetPassword</c> makes up a password where the request brings none, and returns it, as the document prints.</summary>
    /// <value>Default: false; the request has to bring <c>NewPassword</c>, and null is returned.</value>
    public bool GeneratedPasswords { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<string> Warnings =>
        GeneratedPasswords ? ["GeneratedPasswords: whoever reads a reset mail is handed a working password in plain text."] : [];

    /// <summary>Where the mails lead that the sign-in through other providers sends.</summary>
    internal override IReadOnlyList<Page> Pages { get; } = [new LinkAccountPage()];

    /// <inheritdoc/>
    protected override void Map(RouteTable routes)
    {
        routes.Post("/User/Login", Flows.Login, r => new(r["Email"], r["Password"], Scope: null), SignedIn);
        routes.Get("/User/LoginThirdParty", Flows.LoginExternal, r => new(Provider(r.Query("type")), r.Query("access_token")), SignedInElsewhere).Says("Success").Phrased(ThirdParty);
        routes.Post("/User/LoginThirdParty", Flows.LoginExternal, ThirdPartyBody, SignedInElsewhere).Says("Success").Phrased(ThirdParty);
        routes.Post("/User/Register", Flows.Register, Registration, Registered).Says("Resgisted Successfully.");
        routes.Get("/User/GetUser", Flows.GetProfile, r => new(r.BearerOr(TokenHeader), r.Query("email")), Profile).Says("Successful.");
        routes.Post("/User/UpdateUser", Flows.UpdateProfile, Changes, Profile).Says("Updated Successfully.");
        routes.Post("/User/UpdatePassword", Flows.ChangePassword, r => new(r.BearerOr(TokenHeader), r["OldPassword"], r["NewPassword"], r.Optional("Email")), Nothing).Says("Updated Successfully.");
        routes.Post("/User/RequestResetPassword", Flows.RequestReset, r => new(r["Email"]), Requested).Says("Request successfully.");
        routes.Post("/User/ResetPassword", Flows.ResetPassword, Reset, WasReset).Says("Successful.").Phrased(phrases => phrases.Named(Field.Token, "Token").Named(Field.Password, "NewPassword"));
        routes.Post("/Token/Validate", Flows.ValidateToken, r => new(r["TokenID"]), Validated).Says("Success").Phrased(phrases => phrases.Named(Field.Token, "TokenID"));
    }

    private static string? Provider(string? type) => type switch
    {
        "1" => ExternalProviders.Facebook,
        "2" => ExternalProviders.Google,
        _ => null,
    };

    private static Phrasebook ThirdParty(Phrasebook phrases) => phrases.Named(Field.Token, "access_token");

    private static LoginExternal ThirdPartyBody(WireRequest r) =>
        new(Provider(r.Query("type", required: false) ?? r.Optional("type")), r.Query("access_token", required: false) ?? r.Optional("access_token"));

    private static Register Registration(WireRequest r) => new(r["Email"], r["Password"])
    {
        Profile = new() { Name = r.Optional("FullName"), PhoneNumber = r.Optional("Phone"), Address = r.Optional("Address") },
    };

    private static UpdateProfile Changes(WireRequest r) => new(
        r.BearerOr(TokenHeader),
        new()
        {
            Name = r.Optional("FullName"),
            ContactEmail = r.Optional("EmailValidate"),
            PhoneNumber = r.Optional("Phone"),
            Address = r.Optional("Address"),
        },
        r.Optional("Email"));

    private ResetPassword Reset(WireRequest r) => new(r["Token"], r.Optional("NewPassword")) { Generate = GeneratedPasswords };

    private static SignInContent SignedIn(TokenPair pair) => new(pair.AccessToken, pair.Email!, pair.ExpiresAt, "R");

    private static ThirdPartyContent SignedInElsewhere(TokenPair pair) => new(pair.AccessToken, pair.Email!, pair.ExpiresAt, "R", "N");

    private static RegistrationContent Registered(Registration registration) => new(registration.User.Email, "*************");

    private static ProfileContent Profile(User user) =>
        new(user.Email, user.Profile.Name, user.Profile.ContactEmail ?? user.Email, user.Profile.PhoneNumber, user.Profile.Address);

    private static ResetRequestContent Requested(ResetRequested request) => new(request.Handle, request.ExpiresAt);

    private static ResetContent WasReset(PasswordReset reset) => new(reset.GeneratedPassword);

    private static ValidationContent Validated(TokenOwner owner) => new(owner.AccessToken, owner.UserName, owner.ExpiresAt, "R", "N");
}
