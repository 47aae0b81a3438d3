using System.Text.Json;
using AuthKit.Events;
using AuthKit.Sessions;
using AuthKit.SignIns;
using AuthKit.Tokens;
using AuthKit.Users;

namespace AuthKit;

/// <summary>
/// Proves again who the caller is, by the password or by a second factor of the account's. The session has the time and the way of it, and an access
/// token is handed out that tells of them; the refresh token stays good.
/// </summary>
/// <param name="AccessToken">The caller's access token.</param>
/// <param name="Password">The password; null where a second factor is proved.</param>
public sealed record ProveIdentity(string? AccessToken, string? Password) : Command
{
    /// <summary>What <see cref="BeginProof"/> gave; where it is there, a second factor is proved.</summary>
    public string? Challenge { get; init; }

    /// <summary>The factor that is proved, of the challenge's; null where there is one only.</summary>
    public string? Method { get; init; }

    /// <summary>The code that proves it; null where <see cref="Credential"/> does.</summary>
    public string? Code { get; init; }

    /// <summary>What an authenticator answered, where the factor is a key.</summary>
    public JsonElement? Credential { get; init; }
}

internal sealed class ProveIdentityFlow(Callers callers, Accounts accounts, PasswordAuthenticator authenticator, SecondFactorVerification verification, SessionProofs proofs, IEvents events) : IFlow<ProveIdentity, ProvedIdentity>
{
    public async Task<Outcome<ProvedIdentity>> RunAsync(ProveIdentity command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await callers.AuthenticateOwnerAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var caller, out var failure))
            return failure;
        if (!string.IsNullOrEmpty(command.Challenge))
            return await ProveFactorAsync(command, caller, context, cancellationToken);
        return string.IsNullOrEmpty(command.Password)
            ? Failure.Of(Field.CurrentPassword, Rule.Required)
            : await ProvePasswordAsync(command.Password, caller, context, cancellationToken);
    }

    private async Task<Outcome<ProvedIdentity>> ProvePasswordAsync(string password, Caller caller, FlowContext context, CancellationToken cancellationToken)
    {
        // Whoever has a session has signed in from here before.
        if (!(await authenticator.TakeTurnAsync(caller.UserId.ToString(), caller.SessionId.ToString(), cancellationToken)).Succeeded(out var turn, out var failure))
            return failure;
        using var judged = turn;
        await using var account = await accounts.FindAsync(caller, cancellationToken);
        if (account is null || await proofs.FindAsync(caller, account, cancellationToken) is not { } session)
            return Fault.InvalidToken;
        if (!(await authenticator.AuthenticateAsync(account, password, new(true, caller.SessionId), cancellationToken)).Succeeded(out _, out failure))
        {
            await events.RaiseFailureAsync(context, failure, caller.SessionId, cancellationToken);
            return failure.Fault == Fault.InvalidCredentials ? Fault.WrongPassword : failure;
        }

        return await proofs.KeepAsync(caller, account, session, static before => [.. before.Union(AuthenticationMethods.PasswordAlone)], context, cancellationToken);
    }

    private async Task<Outcome<ProvedIdentity>> ProveFactorAsync(ProveIdentity command, Caller caller, FlowContext context, CancellationToken cancellationToken)
    {
        var answer = new SecondFactorAnswer(command.Challenge, command.Method, command.Code, command.Credential);
        await using var account = await accounts.FindAsync(caller, cancellationToken);
        if (account is null || await proofs.FindAsync(caller, account, cancellationToken) is not { } session)
            return Fault.InvalidToken;
        if (!(await verification.ProveAsync(answer, ChallengeHolder.Of(caller), context, cancellationToken)).Succeeded(out var met, out var failure))
            return failure;
        await using var proved = met.Challenge.Account;
        // Both were read before the proof was judged; the update looks at the session once more.
        return session.IsBoundTo(proved.User)
            ? await proofs.KeepAsync(caller, proved, session, before => AuthenticationMethods.WithSecond(before, met.Factor.Methods), context, cancellationToken)
            : Fault.InvalidToken;
    }
}

public static partial class Flows
{
    /// <summary>Proves again who the caller is.</summary>
    public static Flow<ProveIdentity, ProvedIdentity> ProveIdentity { get; } = Flow<ProveIdentity, ProvedIdentity>.Of<ProveIdentityFlow>(
        takesCredentials: true, fails: [Fault.InsufficientScope, Fault.WrongPassword, Fault.InvalidSecondFactor, Fault.InvalidChallenge, Fault.Conflict, Fault.Busy]);
}
