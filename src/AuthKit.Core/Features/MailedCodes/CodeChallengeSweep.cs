using AuthKit.Databases;

namespace AuthKit.Features.MailedCodes;

/// <summary>Removes the requests whose time is over.</summary>
internal sealed class CodeChallengeSweep : ISweepable
{
    public Task SweepAsync(DatabaseLease database, string tenant, DateTimeOffset now, CancellationToken cancellationToken) => database.CodeChallenges.DeleteExpiredAsync(now, cancellationToken);
}
