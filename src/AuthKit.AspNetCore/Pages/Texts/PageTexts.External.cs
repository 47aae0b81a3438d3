namespace AuthKit.Pages.Texts;

/// <content>Sign-in through other providers.</content>
public sealed partial record PageTexts
{
    /// <summary>The way to a provider, on the sign-in page.</summary>
    public string ExternalButton { get; init; } = "Continue with {provider}";

    /// <summary>Heading where a provider has let nobody in, or tells too little.</summary>
    public string ExternalRefusedTitle { get; init; } = "You are not signed in";

    /// <summary>A provider has let nobody in.</summary>
    public string ExternalRefusedText { get; init; } = "{provider} has not confirmed who you are. Nothing was changed.";

    /// <summary>A provider tells no address.</summary>
    public string ExternalAddressText { get; init; } = "The provider tells no email address, which an account needs. Sign up with your address instead.";

    /// <summary>The address belongs to a tenant, whose accounts providers do not sign in to.</summary>
    public string ExternalTenantText { get; init; } = "Accounts here are not signed in to through another provider. Sign in with your password instead.";

    /// <summary>Heading where there is an account whose owner is asked.</summary>
    public string ExternalLinkTitle { get; init; } = "Check your mail";

    /// <summary>There is an account whose owner is asked.</summary>
    public string ExternalLinkText { get; init; } = "There is an account with this email address. Open the link that was mailed to it, then sign in again.";
}
