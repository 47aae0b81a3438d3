using System.Text.Json;
using AuthKit.AuthorizationServer.Browsers;
using AuthKit.SignIns;

namespace AuthKit.AuthorizationServer;

/// <summary>Goes on with a sign-in to the authorization server's own pages that failed with <see cref="Fault.SecondFactorRequired"/>.</summary>
/// <param name="Challenge">The challenge that the sign-in failed with.</param>
/// <param name="Method">The factor that is proved, of the challenge's; null where there is one only.</param>
/// <param name="Code">The code that proves it; null where <see cref="Credential"/> does.</param>
public sealed record CompleteBrowserSignIn(string? Challenge, string? Method, string? Code) : Command
{
    /// <summary>What an authenticator answered, where the factor is a key.</summary>
    public JsonElement? Credential { get; init; }

    /// <summary>Whether the browser is to be spared the second factor for a while, where the host allows that.</summary>
    public bool TrustDevice { get; init; }

    /// <summary>See <see cref="SignInBrowser.SignedIn"/>.</summary>
    public IReadOnlyList<BrowserSession> SignedIn { get; init; } = [];
}

internal sealed class CompleteBrowserSignInFlow(SecondFactorVerification verification, BrowserSignIns signIns) : IFlow<CompleteBrowserSignIn, BrowserSession>
{
    public async Task<Outcome<BrowserSession>> RunAsync(CompleteBrowserSignIn command, FlowContext context, CancellationToken cancellationToken)
    {
        var answer = new SecondFactorAnswer(command.Challenge, command.Method, command.Code, command.Credential) { TrustDevice = command.TrustDevice };
        if (!(await verification.VerifyAsync(answer, client: null, context, cancellationToken)).Succeeded(out var cleared, out var failure))
            return failure;
        await using var account = cleared.Account;
        return await signIns.StartAsync(cleared, command.SignedIn, context, cancellationToken);
    }
}

public static partial class OAuthFlows
{
    /// <summary>Goes on with a sign-in to the authorization server's own pages that waits for its second factor.</summary>
    public static Flow<CompleteBrowserSignIn, BrowserSession> CompleteBrowserSignIn { get; } = Flow<CompleteBrowserSignIn, BrowserSession>.Of<CompleteBrowserSignInFlow>(takesCredentials: true, fails: [Fault.InvalidSecondFactor, Fault.InvalidChallenge]);
}
