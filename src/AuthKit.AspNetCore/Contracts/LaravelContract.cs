using AuthKit.Contracts.Laravel;
using AuthKit.Http;
using static AuthKit.Contracts.CommonReplies;

namespace AuthKit.Contracts;

/// <summary>The contract of <c>{data, message, errors, code}</c>, as Laravel Passport applications have it.</summary>
public sealed class LaravelContract : Contract
{
    /// <summary>The contract as documented.</summary>
    public LaravelContract() : base("laravel", new LaravelEnvelope())
    {
        const string unknownCredentials = "These credentials do not match our records.";

        Prefix = "/api/v1";
        Spelling = new(NameStyle.SnakeCase, NameStyle.KebabCase) { SignIn = SignInSpelling.Of(Tokens) };
        DocumentedPasswordRules = new() { MinLength = 6, Blocklist = false };
        Phrases = Phrases
            .Named(Field.Identifier, "email")
            .Named(Field.RefreshToken, "refresh_token")
            .Named(Field.CurrentPassword, "current_password")
            .Named(Field.NewPassword, "password")
            .On(Fault.Invalid, 422)
            .On(Fault.InvalidCredentials, unknownCredentials)
            .On(Fault.InvalidRefreshToken, unknownCredentials)
            .On(Fault.InvalidResetToken, 422, "This password reset token is invalid.", field: "token")
            .On(Fault.WrongPassword, 422, "The provided password does not match your current password.", field: "current_password")
            .On(Fault.MissingToken, "Unauthenticated.")
            .On(Fault.InvalidToken, "Unauthenticated.")
            .On(Fault.TooManyRequests, "Too Many Attempts.");
    }

    /// <inheritdoc/>
    protected override void Map(RouteTable routes)
    {
        routes.Post("/login", Flows.Login, r => new(r["email"], r["password"]) { EmailOnly = true }, Tokens);
        routes.Post("/logout", Flows.Logout, r => new(r.Bearer, r.Optional("token")), Nothing).Says("Logout success.");
        routes.Post("/register", Flows.Register, Registration, Registered).Says<Registration>(Waiting);
        routes.Post("/password/email", Flows.RequestReset, r => new(r["email"]), True).Says("We have e-mailed your password reset link!");
        routes.Post("/password/reset", Flows.ResetPassword, Reset, True).Says("Your password has been reset!");
        routes.Post("/token/refresh", Flows.Refresh, r => new(r["refresh_token"]), Tokens);

        // Beyond the document, as Laravel Fortify has them.
        routes.Get("/user", Flows.GetProfile, r => new(r.Bearer), UserData.Of);
        routes.Put("/user/profile-information", Flows.UpdateProfile, Profile, UserData.Of).Phrased(KeepingEmail);
        routes.Put("/user/password", Flows.ChangePassword, Change, Nothing).Says("Your password has been updated.");
    }

    private static Register Registration(WireRequest r) => new(r["email"], r["password"])
    {
        Profile = new() { Name = r["name"] },
        NameRequired = true,
        PasswordConfirmation = r.Optional("password_confirmation"),
        SignIn = true,
    };

    // Where sign-in waits for a confirmed address, there are no tokens yet, whatever the document says.
    private static TokenData? Registered(Registration registration) => registration.Tokens is { } tokens ? Tokens(tokens) : null;

    private static string? Waiting(Registration registration) => registration.Tokens is null ? "We have e-mailed a link to confirm your email address!" : null;

    private static ResetPassword Reset(WireRequest r) => new(r["token"], r["password"])
    {
        Email = r["email"],
        EmailRequired = true,
        PasswordConfirmation = r.Optional("password_confirmation"),
    };

    private static UpdateProfile Profile(WireRequest r) => new(r.Bearer, new() { Name = r["name"] }, r.Optional("email")) { NameRequired = true };

    private static ChangePassword Change(WireRequest r) => new(r.Bearer, r["current_password"], r["password"])
    {
        PasswordConfirmation = r.Optional("password_confirmation"),
    };

    // An address is changed by proving the new one, which this route does not do.
    private static Phrasebook KeepingEmail(Phrasebook phrases) => phrases.On(Fault.NotFound, 422, "The email cannot be changed here.", field: "email");

    private static TokenData Tokens(TokenPair pair) => new("Bearer", pair.ExpiresIn, pair.AccessToken, pair.RefreshToken!);
}
