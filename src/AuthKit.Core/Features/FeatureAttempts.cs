using AuthKit.Users.Attempts;

namespace AuthKit.Features;

internal sealed class FeatureAttempts(AttemptBudget budget) : IFeatureAttempts
{
    public async Task<Outcome<Unit>> BookAsync(FeatureAccount account, string purpose, int max, TimeSpan window, CancellationToken cancellationToken)
    {
        var spent = await budget.SpendAsync(account.Account.Database, SubjectOf(account, purpose), max, window, cancellationToken);
        return spent.IsCounted ? Unit.Value : new Failure(Fault.TooManyRequests) { RetryAfter = spent.Renews };
    }

    public Task TakeBackAsync(FeatureAccount account, string purpose, CancellationToken cancellationToken) =>
        AttemptBudget.TakeBackAsync(account.Account.Database, new(SubjectOf(account, purpose), Count: 0, Left: 0, TimeSpan.Zero), cancellationToken);

    private static byte[] SubjectOf(FeatureAccount account, string purpose) => AttemptCounter.Subject("feature", $"{account.User.Id}\n{purpose}");
}
