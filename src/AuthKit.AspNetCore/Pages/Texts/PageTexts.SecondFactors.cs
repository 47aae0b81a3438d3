namespace AuthKit.Pages.Texts;

/// <content>Second factors and passkeys.</content>
public sealed partial record PageTexts
{
    /// <summary>The heading where a sign-in waits for its second factor.</summary>
    public string SecondFactorTitle { get; init; } = "One more step";

    /// <summary>The button that goes on.</summary>
    public string SecondFactorButton { get; init; } = "Continue";

    /// <summary>Where the code, or the key, is wrong.</summary>
    public string SecondFactorWrong { get; init; } = "That is not correct. Try again.";

    /// <summary>Where the sign-in has waited too long, or was tried too often.</summary>
    public string SecondFactorExpired { get; init; } = "This sign-in has expired. Please begin again.";

    /// <summary>The choice not to be asked again on this device for a while.</summary>
    public string TrustDevice { get; init; } = "Do not ask again on this device for a while";

    /// <summary>An authenticator app.</summary>
    public SecondFactorTexts AuthenticatorFactor { get; init; } = new("Enter the code that your authenticator app shows.", "Code", "Use your authenticator app");

    /// <summary>A recovery code.</summary>
    public SecondFactorTexts RecoveryFactor { get; init; } = new("Enter one of your recovery codes. Each works once.", "Recovery code", "Use a recovery code");

    /// <summary>A code by mail.</summary>
    public SecondFactorTexts MailedFactor { get; init; } = new("Enter the code that we have just mailed to you.", "Code", "Send me a code by email");

    /// <summary>A passkey.</summary>
    public SecondFactorTexts PasskeyFactor { get; init; } = new("Use your passkey to confirm that it is you.", "Use your passkey", "Use a passkey");

    /// <summary>A factor that the pages do not know.</summary>
    public SecondFactorTexts OtherFactor { get; init; } = new("Confirm that it is you.", "Code", "Confirm in another way");

    /// <summary>The button on the sign-in page.</summary>
    public string PasskeyButton { get; init; } = "Sign in with a passkey";

    /// <summary>Where a passkey was not accepted.</summary>
    public string PasskeyRefused { get; init; } = "This passkey was not accepted. Try again, or sign in with your password.";

    internal SecondFactorTexts OfSecondFactor(string method) => method switch
    {
        "totp" => AuthenticatorFactor,
        "recovery_code" => RecoveryFactor,
        "mailed_code" => MailedFactor,
        "passkey" => PasskeyFactor,
        _ => OtherFactor,
    };
}

/// <summary>What the pages say of a second factor.</summary>
/// <param name="Lead">What is to be done.</param>
/// <param name="Label">The field's label, or the button's.</param>
/// <param name="Choice">The button that chooses it in place of another.</param>
public sealed record SecondFactorTexts(string Lead, string Label, string Choice);
