using AuthKit.Events;
using AuthKit.Sessions;
using AuthKit.Users.Attempts;
using Microsoft.Extensions.Options;

namespace AuthKit.SignIns;

/// <summary>
/// The one place where it is decided whether what a sign-in has proved is enough for its account, or the account is shut, or waits for its
/// address to be confirmed, or a second factor is asked for.
/// Every way in goes through it: nothing else makes a <see cref="ClearedSignIn"/>.
/// </summary>
internal sealed class SignInPolicy(SecondFactorSet factors, SecondFactorChallenges challenges, KnownDevices devices, IEvents events, IOptions<AuthKitOptions> options, ITrustedDevices? trusted = null)
{
    /// <summary>The sign-in that may go on, or <see cref="Fault.AccountDisabled"/>, <see cref="Fault.EmailNotConfirmed"/>, or <see cref="Fault.SecondFactorRequired"/> with a challenge.</summary>
    /// <param name="proved">What has been proved.</param>
    /// <param name="client">Whom the tokens will be for; null for a browser's session.</param>
    /// <param name="context">How the request came.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public ValueTask<Outcome<ClearedSignIn>> ClearAsync(ProvedSignIn proved, SignInClient? client, FlowContext context, CancellationToken cancellationToken) =>
        proved.Account.User.DisabledAt is not null ? new(RefuseAsync(Fault.AccountDisabled, SignInFailures.Disabled, proved, client, context, cancellationToken))
        : options.Value.Accounts.RequireConfirmedEmail && !proved.Account.User.EmailVerified ? new(RefuseAsync(Fault.EmailNotConfirmed, SignInFailures.EmailNotConfirmed, proved, client, context, cancellationToken))
        : factors.IsEmpty || proved.Methods.Contains(AuthenticationMethods.MultiFactor) ? new(Cleared(proved))
        : new(AskAsync(proved, client, context, cancellationToken));

    /// <summary>The sign-in whose second factor has been proved.</summary>
    public static ClearedSignIn Cleared(SecondFactorChallenges.Open challenge, ProvedFactor factor) => new(challenge.Account, AuthenticationMethods.OfBoth(challenge.SignIn.Proved, factor.Methods))
    {
        CredentialVersion = challenge.SignIn.CredentialVersion,
        Scope = challenge.SignIn.Scope,
        KnownDevice = challenge.SignIn.KnownDevice,
        Provider = challenge.SignIn.Provider,
    };

    private static ClearedSignIn Cleared(ProvedSignIn proved) => new(proved.Account, proved.Methods)
    {
        CredentialVersion = proved.Account.User.CredentialVersion,
        Scope = proved.Scope,
        KnownDevice = proved.KnownDevice,
        Provider = proved.Provider,
    };

    private async Task<Outcome<ClearedSignIn>> RefuseAsync(Fault fault, string reason, ProvedSignIn proved, SignInClient? client, FlowContext context, CancellationToken cancellationToken)
    {
        var account = proved.Account;
        await events.RaiseAsync(context, new SignInFailed(reason) { UserId = account.User.Id, Tenant = account.Tenant, ClientId = client?.Id ?? context.ClientId, Provider = proved.Provider }, cancellationToken);
        return fault;
    }

    private async Task<Outcome<ClearedSignIn>> AskAsync(ProvedSignIn proved, SignInClient? client, FlowContext context, CancellationToken cancellationToken)
    {
        var account = proved.Account;
        var has = await factors.OfAsync(account, cancellationToken);
        if (has.Length == 0)
            return Cleared(proved);
        var isKnown = await devices.IsOfAsync(context.Device, account.Tenant, account.User.Id, cancellationToken);
        if (isKnown && trusted is not null && !context.WantsSecondFactor && await trusted.IsTrustedAsync(account, context.Device!, cancellationToken))
            return Cleared(proved);
        // One that the sign-in began with is no second one; where it is the only one, nobody gets in with it alone.
        string[] offered = [.. has.Where(method => method != proved.Factor)];
        if (offered.Length == 0)
            return Fault.SecondFactorRequired;
        var challenge = await challenges.AddAsync(proved, offered, ChallengeHolder.Of(client, context), isKnown ? context.Device : null, cancellationToken);
        await events.RaiseAsync(context, new SecondFactorAsked(offered) { UserId = account.User.Id, Tenant = account.Tenant, ClientId = client?.Id ?? context.ClientId }, cancellationToken);
        return new Failure(Fault.SecondFactorRequired) { Detail = challenge };
    }
}
