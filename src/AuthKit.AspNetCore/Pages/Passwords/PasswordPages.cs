namespace AuthKit.Pages.Passwords;

/// <summary>The pages for who has forgotten a password. Where no contract has them, <c>MapAuthKit</c> serves them by themselves.</summary>
internal static class PasswordPages
{
    public const string Forgot = "/forgot-password";
    public const string Reset = "/reset-password";

    public static IReadOnlyList<Page> All { get; } = [new ForgotPasswordPage(), new ResetPasswordPage()];
}
