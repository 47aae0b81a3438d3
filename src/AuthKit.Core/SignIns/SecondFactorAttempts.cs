using AuthKit.Events;
using AuthKit.Users.Attempts;
using Microsoft.Extensions.Options;

namespace AuthKit.SignIns;

/// <summary>Counts attempts at a second factor before they are judged: a few for each challenge, and some a day for each account (brute force).</summary>
internal sealed class SecondFactorAttempts(AttemptBudget budget, IEvents events, IOptions<AuthKitOptions> options)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Counts that a challenge's proof is prepared.</summary>
    /// <returns>Whether it may be.</returns>
    public Task<bool> BookPromptAsync(SecondFactorChallenges.Open challenge, CancellationToken cancellationToken) => OfChallengeAsync("prompt", challenge, cancellationToken);

    /// <summary>Counts an attempt of a challenge.</summary>
    /// <returns>Whether it may be judged.</returns>
    public Task<bool> BookAsync(SecondFactorChallenges.Open challenge, CancellationToken cancellationToken) => OfChallengeAsync("challenge", challenge, cancellationToken);

    /// <summary>Counts an attempt of an account: those in a session by themselves, so that whoever has stolen a token keeps nobody from signing in.</summary>
    public Task<SpentAttempt> BookAccountAsync(SecondFactorChallenges.Open challenge, CancellationToken cancellationToken)
    {
        var kind = challenge.SignIn.SessionId is null ? "second factor" : "proof in a session";
        return budget.SpendAsync(challenge.Account.Database, AttemptCounter.Subject(kind, $"{challenge.Account.User.Id}"), options.Value.SignIn.MaxFailedSecondFactorsPerDay, Day, cancellationToken);
    }

    /// <summary>The proof was right: it does not count among the account's failures.</summary>
    public static Task SucceedAsync(SecondFactorChallenges.Open challenge, SpentAttempt attempt, CancellationToken cancellationToken) =>
        AttemptBudget.TakeBackAsync(challenge.Account.Database, attempt, cancellationToken);

    /// <summary>The proof was wrong; the owner's log hears of the last one that there was.</summary>
    public async Task FailAsync(SecondFactorChallenges.Open challenge, SpentAttempt attempt, FlowContext context, CancellationToken cancellationToken)
    {
        if (attempt.Left == 0)
            await events.RaiseAsync(context, new SecondFactorLockedOut(attempt.Count) { UserId = challenge.Account.User.Id, Tenant = challenge.Account.Tenant, ClientId = challenge.Grant.ClientId }, cancellationToken);
    }

    private async Task<bool> OfChallengeAsync(string kind, SecondFactorChallenges.Open challenge, CancellationToken cancellationToken)
    {
        var subject = AttemptCounter.Subject(kind, Convert.ToHexString(challenge.Grant.Handle));
        var spent = await budget.SpendAsync(challenge.Account.Database, subject, options.Value.SignIn.MaxAttemptsPerChallenge, options.Value.SignIn.ChallengeLifetime, cancellationToken);
        return spent.IsCounted;
    }
}
