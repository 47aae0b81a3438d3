using AuthKit.Records;
using static AuthKit.TwoFactor.Storage.RecoveryCodeTable;

namespace AuthKit.TwoFactor.Storage;

/// <summary>Recovery codes in the database of their account.</summary>
internal static class RecoveryCodeRows
{
    extension(IRecords records)
    {
        /// <summary>Adds codes, which do not count before the account's authenticator names their batch.</summary>
        public async Task AddRecoveryCodesAsync(IEnumerable<RecoveryCode> codes, CancellationToken cancellationToken)
        {
            foreach (var code in codes)
                await records.InsertAsync(Rows, code, cancellationToken);
        }

        /// <summary>How many of an authenticator's codes have not been used.</summary>
        public async Task<int> CountRecoveryCodesAsync(EnabledAuthenticator authenticator, CancellationToken cancellationToken) =>
            (await records.ListAsync(Rows, [UserId.Is(authenticator.UserId), Batch.Is(authenticator.RecoveryBatch), UsedAt.IsNull], orderBy: null, limit: 0, cancellationToken)).Count;

        /// <summary>Uses a code up, in one conditional update.</summary>
        /// <returns>Whether this caller did: it counts, and was not used before.</returns>
        public async Task<bool> UseRecoveryCodeAsync(EnabledAuthenticator authenticator, byte[] hash, DateTimeOffset now, CancellationToken cancellationToken) =>
            (await records.UpdateAsync(Rows, [Hash.Is(hash), UserId.Is(authenticator.UserId), Batch.Is(authenticator.RecoveryBatch), UsedAt.IsNull], [UsedAt.To(now)], readBy: null, cancellationToken)).Changed == 1;

        /// <summary>Forgets a batch.</summary>
        public Task DeleteRecoveryCodesAsync(Guid userId, Guid batch, CancellationToken cancellationToken) =>
            records.DeleteAsync(Rows, [UserId.Is(userId), Batch.Is(batch)], limit: 0, cancellationToken);

        /// <summary>Forgets every code of an account.</summary>
        public Task DeleteRecoveryCodesAsync(Guid userId, CancellationToken cancellationToken) =>
            records.DeleteAsync(Rows, [UserId.Is(userId)], limit: 0, cancellationToken);
    }
}
