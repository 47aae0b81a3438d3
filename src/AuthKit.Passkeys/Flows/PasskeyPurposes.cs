using AuthKit.Features;

namespace AuthKit.Passkeys;

/// <summary>What passkeys' challenges are for: one of them is good for nothing else, nor for anybody else.</summary>
internal static class PasskeyPurposes
{
    /// <summary>That the session which asked adds a passkey to its account.</summary>
    public static ChallengePurpose Registration(FeatureAccount account) =>
        new("passkeys registration", account.Tenant, $"{account.User.Id}", $"{account.Caller!.SessionId}");

    /// <summary>That somebody signs in, to the client that asked.</summary>
    public static ChallengePurpose SignIn(string? client, FlowContext context) => new("passkeys sign-in", context.ClientId, client ?? "");

    /// <summary>That somebody signs in on a page, with the browser that it was shown to.</summary>
    public static ChallengePurpose SignInOnPage(string browser, FlowContext context) => new("passkeys sign-in page", context.ClientId, browser);

    /// <summary>That somebody makes an account, with the client that asked.</summary>
    public static ChallengePurpose SignUp(string? client, FlowContext context) => new("passkeys sign-up", context.ClientId, client ?? "");
}
