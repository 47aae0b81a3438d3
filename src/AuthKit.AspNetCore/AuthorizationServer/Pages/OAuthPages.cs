using AuthKit.Pages;
using AuthKit.Pages.Passwords;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>The pages of the authorization server.</summary>
internal static class OAuthPages
{
    /// <summary>RFC 6749 §3.1.</summary>
    public const string Authorize = "/authorize";
    public const string Consent = "/consent";
    public const string SignIn = "/signin";
    public const string SecondFactor = "/second-factor";
    public const string SignUp = "/signup";
    public const string SelectAccount = "/select-account";

    /// <summary>RFC 8628 §3.3.</summary>
    public const string Device = "/device";

    /// <summary>OpenID Connect RP-Initiated Logout 1.0 §2.</summary>
    public const string Logout = "/logout";

    public static IReadOnlyList<Page> All { get; } =
        [new AuthorizePage(), new ConsentPage(), new SignInPage(), new SecondFactorPage(), new SignUpPage(), new SelectAccountPage(), .. PasswordPages.All, new DevicePage(), new LogoutPage()];
}
