using System.Security.Cryptography;
using AuthKit.Databases;
using AuthKit.Records;
using static AuthKit.Features.MailedCodes.CodeChallengeTable;

namespace AuthKit.Features.MailedCodes;

/// <summary>The codes that were asked for.</summary>
internal sealed class CodeChallengeStore
{
    private readonly IRecords _records;

    // Not public: what can be made of records from outside is a port.
    internal CodeChallengeStore(IRecords records) => _records = records;

    public Task AddAsync(CodeChallenge challenge, CancellationToken cancellationToken) => _records.InsertAsync(Rows, challenge, cancellationToken);

    /// <summary>The challenge that an asker's secret opens, where a code may still be tried; null for any other secret.</summary>
    public async Task<CodeChallenge?> FindOpenAsync(byte[] handle, byte[] askerHash, DateTimeOffset now, CancellationToken cancellationToken) =>
        await _records.FindAsync(Rows, [Handle.Is(handle)], cancellationToken) is { ConsumedAt: null } found
        && found.ExpiresAt > now
        && CryptographicOperations.FixedTimeEquals(found.AskerHash, askerHash)
            ? found
            : null;

    /// <summary>Says for whom codes were mailed.</summary>
    public Task SetAccountsAsync(byte[] handle, byte[] accounts, CancellationToken cancellationToken) =>
        _records.UpdateAsync(Rows, [Handle.Is(handle), ConsumedAt.IsNull], [Accounts.To(accounts)], readBy: null, cancellationToken);

    /// <summary>Counts a code that is about to be compared, in one conditional update.</summary>
    /// <returns>The challenge; null where as many have been tried as may be, or one was right, or its time is over.</returns>
    public async Task<CodeChallenge?> BookAsync(byte[] handle, int max, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (changed, challenge, _) = await _records.UpdateAsync(Rows, [.. Open(handle, now), Attempts.Before(max)], [Attempts.Plus(1)], readBy: Handle, cancellationToken);
        return changed == 1 ? challenge : null;
    }

    /// <summary>Consumes a challenge whose code was right.</summary>
    /// <returns>Whether this caller was the one who did.</returns>
    public async Task<bool> ConsumeAsync(byte[] handle, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await _records.UpdateAsync(Rows, Open(handle, now), [ConsumedAt.To(now)], readBy: null, cancellationToken)).Changed == 1;

    public Task<int> DeleteExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        _records.SweepAsync(Rows, [ExpiresAt.AtMost(before)], cancellationToken);

    private static Condition[] Open(byte[] handle, DateTimeOffset now) => [Handle.Is(handle), ConsumedAt.IsNull, ExpiresAt.After(now)];
}

internal static class CodeChallengePort
{
    extension(DatabaseLease database)
    {
        public CodeChallengeStore CodeChallenges => database.Port(static records => new CodeChallengeStore(records));
    }
}
