using System.Text.Json;
using AuthKit.Events;
using AuthKit.Features;
using AuthKit.Passkeys.Ceremonies;
using AuthKit.Passkeys.Events;
using Microsoft.Extensions.Options;

namespace AuthKit.Passkeys;

/// <summary>Whom a passkey has proved to be there.</summary>
/// <param name="Account">The account, read before the proof was judged; the caller's to dispose of.</param>
/// <param name="Methods">How its owner was recognised (RFC 8176).</param>
internal sealed record RecognisedOwner(FeatureAccount Account, IReadOnlyList<string> Methods);

/// <summary>Recognises accounts' owners by passkeys alone. Whatever is wrong, the reply is the same; the event says what.</summary>
internal sealed class PasskeySignIns(IChallenges challenges, IAccountHandles handles, Assertions assertions, IEvents events, IOptions<AuthKitOptions> options)
{
    /// <param name="credential">What the authenticator answered.</param>
    /// <param name="client">The client that signs in.</param>
    /// <param name="context">How the request came.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Outcome<RecognisedOwner>> RecogniseAsync(JsonElement? credential, string? client, FlowContext context, CancellationToken cancellationToken) =>
        RecogniseAsync(credential, PasskeyPurposes.SignIn(client, context), client, context, cancellationToken);

    /// <summary>The same, on a page.</summary>
    /// <param name="credential">What the authenticator answered.</param>
    /// <param name="browser">See <see cref="Pages.IPasskeyPrompts"/>.</param>
    /// <param name="context">How the request came.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Outcome<RecognisedOwner>> RecogniseOnPageAsync(JsonElement credential, string browser, FlowContext context, CancellationToken cancellationToken) =>
        RecogniseAsync(credential, PasskeyPurposes.SignInOnPage(browser, context), client: null, context, cancellationToken);

    private async Task<Outcome<RecognisedOwner>> RecogniseAsync(JsonElement? credential, ChallengePurpose purpose, string? client, FlowContext context, CancellationToken cancellationToken)
    {
        if (credential is null)
            return Failure.Of("credential", Rule.Required);
        if (!AssertionReply.TryRead(credential, out var reply))
            return await RefuseAsync(PasskeyFailures.Malformed, null, client, context, cancellationToken);
        if (!await challenges.SpendAsync(reply.Challenge, purpose, cancellationToken))
            return await RefuseAsync(PasskeyFailures.Challenge, null, client, context, cancellationToken);
        if (reply.UserHandle is not { } handle || await handles.FindAsync(handle, cancellationToken) is not { } account)
            return await RefuseAsync(PasskeyFailures.Unknown, null, client, context, cancellationToken);
        var recognised = false;
        try
        {
            if (context.TenantHint is { } hint && hint != account.Tenant)
                return await RefuseAsync(PasskeyFailures.Unknown, account, client, context, cancellationToken);
            var judged = await assertions.JudgeAsync(reply, account.User, account.Records, cancellationToken);
            if (judged.Refused is { } reason)
            {
                if (reason == PasskeyFailures.Cloned)
                    await events.RaiseAsync(context, new PasskeyCloned(judged.Passkey!.Id) { UserId = account.User.Id, Tenant = account.Tenant, ClientId = client ?? context.ClientId }, cancellationToken);
                return await RefuseAsync(reason, account, client, context, cancellationToken);
            }

            if (options.Value.Accounts.RequireConfirmedEmail && !account.User.EmailVerified)
            {
                var refused = await RefuseAsync(SignInFailures.EmailNotConfirmed, account, client, context, cancellationToken);
                // Whoever signs up with a stranger's address must not be told by it whether an account was made.
                return options.Value.Accounts.HideExistingAccounts ? refused : Fault.EmailNotConfirmed;
            }

            recognised = true;
            return new RecognisedOwner(account, judged.Methods);
        }
        finally
        {
            if (!recognised)
                await account.DisposeAsync();
        }
    }

    private async Task<Failure> RefuseAsync(string reason, FeatureAccount? account, string? client, FlowContext context, CancellationToken cancellationToken)
    {
        await events.RaiseAsync(context, new SignInFailed(reason) { UserId = account?.User.Id, Tenant = account?.Tenant, ClientId = client ?? context.ClientId }, cancellationToken);
        return new(PasskeyFaults.NotAccepted);
    }
}
