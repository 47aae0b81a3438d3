using AuthKit.Databases;
using AuthKit.Records;
using static AuthKit.Users.Attempts.AttemptTable;

namespace AuthKit.Users.Attempts;

internal sealed class AttemptStore(IRecords records) : IAttemptStore
{
    public Task<FailedAttempts?> FindAsync(byte[] subject, CancellationToken cancellationToken) => records.FindAsync(Rows, [Subject.Is(subject)], cancellationToken);

    public async Task<bool> AddAsync(FailedAttempts first, CancellationToken cancellationToken) => await records.InsertAsync(Rows, first, cancellationToken) is null;

    public async Task<AttemptResult> ReplaceAsync(FailedAttempts known, FailedAttempts next, CancellationToken cancellationToken)
    {
        var (changed, current, _) = await records.UpdateAsync(
            Rows,
            where: [Subject.Is(known.Subject), Failures.Is(known.Failures)],
            changes: [Failures.To(next.Failures), LastFailure.To(next.LastFailure), ExpiresAt.To(next.ExpiresAt)],
            readBy: Subject,
            cancellationToken);
        return new(changed == 1, current);
    }

    public Task ClearAsync(byte[] subject, CancellationToken cancellationToken) => records.DeleteAsync(Rows, [Subject.Is(subject)], limit: 0, cancellationToken);

    public Task<int> DeleteExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        records.SweepAsync(Rows, [ExpiresAt.AtMost(before)], cancellationToken);
}

internal static class AttemptPort
{
    extension(DatabaseLease database)
    {
        public IAttemptStore Attempts => database.Port<IAttemptStore>(static records => new AttemptStore(records));
    }
}
