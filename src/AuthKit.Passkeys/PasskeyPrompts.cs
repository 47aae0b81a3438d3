using System.Text.Json;
using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Browsers;
using AuthKit.Features;
using AuthKit.Pages;
using AuthKit.Passkeys.Ceremonies;

namespace AuthKit.Passkeys;

/// <summary>Passkeys on the sign-in page.</summary>
internal sealed class PasskeyPrompts(IChallenges challenges, RelyingParty party, PasskeySignIns passkeys, IBrowserSignIns signIns) : IPasskeyPrompts
{
    public async Task<Outcome<JsonElement>> BeginAsync(string browser, FlowContext context, CancellationToken cancellationToken)
    {
        var challenge = await challenges.SealAsync(PasskeyPurposes.SignInOnPage(browser, context), party.Options.ChallengeLifetime, cancellationToken);
        return PasskeyPrompt.Of(party.Asserting(challenge, allowed: []).ToJson()).PublicKey;
    }

    public async Task<Outcome<BrowserSession>> SignInAsync(JsonElement credential, string browser, IReadOnlyList<BrowserSession> signedIn, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await passkeys.RecogniseOnPageAsync(credential, browser, context, cancellationToken)).Succeeded(out var owner, out var failure))
            return failure;
        await using var account = owner.Account;
        return await signIns.SignInAsync(new(account.Account, owner.Methods) { Factor = PasskeyFactor.Name }, signedIn, context, cancellationToken);
    }
}
