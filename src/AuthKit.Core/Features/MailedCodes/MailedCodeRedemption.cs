using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Sessions;
using AuthKit.SignIns;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users.Attempts;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.MailedCodes;

/// <summary>Exchanges a mailed code, and the secret of whoever asked for it, for the account.</summary>
internal sealed class MailedCodeRedemption(HomeDatabase home, MailedCodeSecrets secrets, MailedCodeAttempts attempts, MailedCodeAccounts accounts, KnownDevices devices, IEvents events, IOptions<AuthKitOptions> options, TimeProvider time)
{
    /// <summary>A mailed code as a factor, by which no second one is proved.</summary>
    private const string Factor = "mailed_code";

    /// <summary>The sign-in, whose account is the caller's to dispose of; or <see cref="MailedCodeFaults.InvalidCode"/>, after as many round trips for every address.</summary>
    public async Task<Outcome<ProvedSignIn>> RedeemAsync(string? challenge, string? typed, FlowContext context, CancellationToken cancellationToken)
    {
        BrokenRule[] missing = [.. Missing(challenge, typed)];
        if (missing.Length > 0)
            return new Failure(Fault.Invalid, missing);
        if (!OpaqueToken.TryParse(challenge, out var asker) || asker.Tenant != Tenant.Home)
            return await RefuseAsync(context, SignInFailures.WrongCode, null, cancellationToken);
        var database = await home.GetAsync(cancellationToken);
        if (await database.CodeChallenges.FindOpenAsync(asker.Handle, TokenSecret.Hash(asker.Secret), time.GetUtcNow(), cancellationToken) is not { } asked)
            return await RefuseAsync(context, SignInFailures.WrongCode, null, cancellationToken);
        if (!await attempts.BookAsync(database, asked.Subject, cancellationToken))
            return await RefuseAsync(context, SignInFailures.LockedOut, asked, cancellationToken);
        if (await database.CodeChallenges.BookAsync(asked.Handle, options.Value.MailedCodes.MaxAttempts, time.GetUtcNow(), cancellationToken) is not { } booked)
        {
            await MailedCodeAttempts.CancelAsync(database, asked.Subject, cancellationToken);
            return await RefuseAsync(context, SignInFailures.LockedOut, asked, cancellationToken);
        }

        if (await secrets.MatchAsync(booked, MailedCodeSecrets.Clean(typed!), cancellationToken) is not { } mailed)
            return await RefuseAsync(context, SignInFailures.WrongCode, booked, cancellationToken);
        await MailedCodeAttempts.CancelAsync(database, booked.Subject, cancellationToken);
        if (await database.CodeChallenges.ConsumeAsync(booked.Handle, time.GetUtcNow(), cancellationToken)
            && await accounts.OpenAsync(mailed, context, cancellationToken) is { } account)
            return new ProvedSignIn(account, [AuthenticationMethods.OneTimePassword])
            {
                Factor = Factor,
                KnownDevice = (await devices.CheckAsync(context.Device, account, cancellationToken)).Id is not null,
            };
        return await RefuseAsync(context, SignInFailures.WrongCode, booked, cancellationToken);
    }

    private static IEnumerable<BrokenRule> Missing(string? challenge, string? typed)
    {
        if (string.IsNullOrEmpty(challenge))
            yield return new(Field.Challenge, Rule.Required);
        if (string.IsNullOrWhiteSpace(typed))
            yield return new(Field.Code, Rule.Required);
    }

    private async Task<Outcome<ProvedSignIn>> RefuseAsync(FlowContext context, string reason, CodeChallenge? challenge, CancellationToken cancellationToken)
    {
        // Where it was mailed for several accounts, it was a guess at none in particular.
        var mailed = challenge?.Accounts is { } kept && CodeAccounts.Read(kept) is [{ NewEmail: null } only] ? only : null;
        await events.RaiseAsync(context, new SignInFailed(reason) { UserId = mailed?.UserId, Tenant = mailed?.Tenant, ClientId = context.ClientId }, cancellationToken);
        return MailedCodeFaults.InvalidCode;
    }
}
