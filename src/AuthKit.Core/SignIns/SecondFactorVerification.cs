using AuthKit.Events;
using AuthKit.Users.Attempts;

namespace AuthKit.SignIns;

/// <summary>Exchanges a challenge and the proof of a second factor for a sign-in that may go on, or for a session's new proof.</summary>
internal sealed class SecondFactorVerification(SecondFactorSet factors, SecondFactorChallenges challenges, SecondFactorAttempts attempts, KnownDevices devices, IEvents events, ITrustedDevices? trusted = null)
{
    /// <summary>What the caller needs to prove a factor.</summary>
    /// <param name="challenge">The challenge.</param>
    /// <param name="method">The factor; null where there is one only.</param>
    /// <param name="client">Who asks; null for a browser.</param>
    /// <param name="context">How the request came.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Outcome<SecondFactorPrompt>> BeginAsync(string? challenge, string? method, SignInClient? client, FlowContext context, CancellationToken cancellationToken) =>
        BeginAsync(challenge, method, ChallengeHolder.Of(client, context), context, cancellationToken);

    /// <summary>The same, for whomever the challenge is good for.</summary>
    public async Task<Outcome<SecondFactorPrompt>> BeginAsync(string? challenge, string? method, ChallengeHolder holder, FlowContext context, CancellationToken cancellationToken)
    {
        if (await challenges.FindAsync(challenge, holder, context, cancellationToken) is not { } open)
            return await RefuseAsync(Fault.InvalidChallenge, SecondFactorFailures.InvalidChallenge, null, null, context, cancellationToken);
        await using var account = open.Account;
        if (Find(open, method) is not { } factor)
            return Unknown(method);
        if (!await attempts.BookPromptAsync(open, cancellationToken))
            return await RefuseAsync(Fault.InvalidChallenge, SecondFactorFailures.TooManyAttempts, open, factor, context, cancellationToken);
        return await factor.BeginAsync(account, new(context) { Nonce = open.Nonce }, cancellationToken);
    }

    /// <summary>
    /// The sign-in, whose account is the caller's to dispose of; <see cref="Fault.InvalidSecondFactor"/> where the proof is wrong,
    /// <see cref="Fault.InvalidChallenge"/> where the sign-in has to begin anew, <see cref="Fault.TooManyRequests"/>, right or wrong, where the
    /// account has had too many failures for today.
    /// </summary>
    public async Task<Outcome<ClearedSignIn>> VerifyAsync(SecondFactorAnswer answer, SignInClient? client, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await ProveAsync(answer, ChallengeHolder.Of(client, context), context, cancellationToken)).Succeeded(out var met, out var failure))
            return failure;
        ClearedSignIn? cleared = null;
        try
        {
            var device = answer.TrustDevice ? await TrustAsync(met.Challenge, context, cancellationToken) : null;
            return cleared = SignInPolicy.Cleared(met.Challenge, met.Factor) with { DeviceToken = device };
        }
        finally
        {
            if (cleared is null)
                await met.Challenge.Account.DisposeAsync();
        }
    }

    /// <summary>The challenge, used up, and the factor that was proved; its account is the caller's to dispose of. It fails as <see cref="VerifyAsync"/> does.</summary>
    public async Task<Outcome<MetChallenge>> ProveAsync(SecondFactorAnswer answer, ChallengeHolder holder, FlowContext context, CancellationToken cancellationToken)
    {
        BrokenRule[] missing = [.. answer.Missing()];
        if (missing.Length > 0)
            return new Failure(Fault.Invalid, missing);
        if (await challenges.FindAsync(answer.Challenge, holder, context, cancellationToken) is not { } open)
            return await RefuseAsync(Fault.InvalidChallenge, SecondFactorFailures.InvalidChallenge, null, null, context, cancellationToken);
        MetChallenge? met = null;
        try
        {
            var outcome = await JudgeAsync(open, answer, context, cancellationToken);
            met = outcome.Value;
            return outcome;
        }
        finally
        {
            if (met is null)
                await open.Account.DisposeAsync();
        }
    }

    private async Task<Outcome<MetChallenge>> JudgeAsync(SecondFactorChallenges.Open open, SecondFactorAnswer answer, FlowContext context, CancellationToken cancellationToken)
    {
        if (Find(open, answer.Method) is not { } factor)
            return Unknown(answer.Method);
        if (!await attempts.BookAsync(open, cancellationToken))
            return await RefuseAsync(Fault.InvalidChallenge, SecondFactorFailures.TooManyAttempts, open, factor, context, cancellationToken);
        var attempt = await attempts.BookAccountAsync(open, cancellationToken);
        if (!attempt.IsCounted)
            return await RefuseAsync(Fault.TooManyRequests, SecondFactorFailures.LockedOut, open, factor, context, cancellationToken) with { RetryAfter = attempt.Renews };

        var proof = new SecondFactorProof(context, answer.Code, answer.Credential) { Nonce = open.Nonce };
        if (!(await factor.VerifyAsync(open.Account, proof, cancellationToken)).Succeeded(out var proved, out var wrong))
        {
            if (!wrong.Fault.Is(Fault.InvalidSecondFactor))
                return wrong;
            await RefuseAsync(wrong.Fault, SecondFactorFailures.WrongProof, open, factor, context, cancellationToken);
            await attempts.FailAsync(open, attempt, context, cancellationToken);
            return wrong;
        }

        // Of many callers at once with a right proof one wins.
        if (!await challenges.ConsumeAsync(open, cancellationToken))
            return await RefuseAsync(Fault.InvalidChallenge, SecondFactorFailures.InvalidChallenge, open, factor, context, cancellationToken);
        await SecondFactorAttempts.SucceedAsync(open, attempt, cancellationToken);
        return new MetChallenge(open, proved);
    }

    // Where one was offered, nobody has to say which.
    private ISecondFactor? Find(SecondFactorChallenges.Open open, string? method) => open.SignIn.Offered switch
    {
        [var only] when string.IsNullOrEmpty(method) => factors.Find(only),
        var offered => method is not null && offered.Contains(method) ? factors.Find(method) : null,
    };

    private static Failure Unknown(string? method) => Failure.Of(Field.Method, string.IsNullOrEmpty(method) ? Rule.Required : Rule.Unknown);

    private async Task<Failure> RefuseAsync(Fault fault, string reason, SecondFactorChallenges.Open? open, ISecondFactor? factor, FlowContext context, CancellationToken cancellationToken)
    {
        var failed = new SecondFactorFailed(reason) { Method = factor?.Method, UserId = open?.Account.User.Id, Tenant = open?.Account.Tenant, SessionId = open?.SignIn.SessionId, ClientId = open?.Grant.ClientId };
        await events.RaiseAsync(context, failed, cancellationToken);
        return new(fault);
    }

    private async Task<string?> TrustAsync(SecondFactorChallenges.Open open, FlowContext context, CancellationToken cancellationToken)
    {
        if (trusted is null)
            return null;
        var (tenant, userId) = (open.Account.Tenant, open.Account.User.Id);
        var device = await devices.IsOfAsync(context.Device, tenant, userId, cancellationToken) ? context.Device! : await devices.IssueAsync(tenant, userId, cancellationToken);
        return await trusted.TrustAsync(open.Account, device, context, cancellationToken) ? device : null;
    }
}
