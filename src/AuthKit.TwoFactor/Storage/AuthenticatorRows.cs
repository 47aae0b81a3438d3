using AuthKit.Records;
using static AuthKit.TwoFactor.Storage.AuthenticatorTable;

namespace AuthKit.TwoFactor.Storage;

/// <summary>Authenticators in the database of their account.</summary>
internal static class AuthenticatorRows
{
    extension(IRecords records)
    {
        /// <summary>The row of an account, whether its authenticator counts or waits; null where there is none.</summary>
        public Task<Authenticator?> FindAuthenticatorAsync(Guid userId, CancellationToken cancellationToken) =>
            records.FindAsync(Rows, [UserId.Is(userId)], cancellationToken);

        /// <summary>The account's authenticator that counts; null where none does.</summary>
        public async Task<EnabledAuthenticator?> FindEnabledAsync(Guid userId, CancellationToken cancellationToken) =>
            EnabledAuthenticator.Of(await records.FindAuthenticatorAsync(userId, cancellationToken));

        /// <summary>Has an authenticator wait for its confirmation, in place of any other that waits; one that counts stays.</summary>
        /// <param name="userId">Whose.</param>
        /// <param name="current">The one that counts, of which a code was right; null where none counts.</param>
        /// <param name="pendingId">The one that is to wait.</param>
        /// <param name="pendingSecret">Its secret under Data Protection.</param>
        /// <param name="now">The time.</param>
        /// <param name="cancellationToken">Gives up.</param>
        /// <returns>False where another one counts by now: it would be replaced without a code of it.</returns>
        public async Task<bool> BeginEnrolmentAsync(Guid userId, Guid? current, Guid pendingId, byte[] pendingSecret, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var first = new Authenticator { UserId = userId, PendingId = pendingId, PendingSecret = pendingSecret, PendingAt = now, CreatedAt = now };
            if (current is null && await records.InsertAsync(Rows, first, cancellationToken) is null)
                return true;
            Condition[] unchanged = [UserId.Is(userId), current is null ? Id.IsNull : Id.Is(current)];
            return (await records.UpdateAsync(Rows, unchanged, [PendingId.To(pendingId), PendingSecret.To(pendingSecret), PendingAt.To(now)], readBy: null, cancellationToken)).Changed == 1;
        }

        /// <summary>Has the one that waits count, in place of any other.</summary>
        /// <param name="read">The row as the code was judged by it.</param>
        /// <param name="step">The step of that code, which is used up by this.</param>
        /// <param name="batch">The recovery codes that count with it.</param>
        /// <param name="now">The time.</param>
        /// <param name="cancellationToken">Gives up.</param>
        /// <returns>Whether this caller did.</returns>
        public async Task<bool> ConfirmEnrolmentAsync(Authenticator read, long step, Guid batch, DateTimeOffset now, CancellationToken cancellationToken)
        {
            Change[] changes =
            [
                Id.To(read.PendingId),
                Secret.To(read.PendingSecret),
                ConfirmedAt.To(now),
                LastStep.To(step),
                RecoveryBatch.To(batch),
                PendingId.To(null),
                PendingSecret.To(null),
                PendingAt.To(null),
            ];
            return (await records.UpdateAsync(Rows, [UserId.Is(read.UserId), PendingId.Is(read.PendingId)], changes, readBy: null, cancellationToken)).Changed == 1;
        }

        /// <summary>Has all be as it was before <see cref="ConfirmEnrolmentAsync"/>.</summary>
        public Task UndoConfirmationAsync(Authenticator read, CancellationToken cancellationToken)
        {
            Change[] changes =
            [
                Id.To(read.Id),
                Secret.To(read.Secret),
                ConfirmedAt.To(read.ConfirmedAt),
                LastStep.To(read.LastStep),
                RecoveryBatch.To(read.RecoveryBatch),
            ];
            return records.UpdateAsync(Rows, [UserId.Is(read.UserId), Id.Is(read.PendingId)], changes, readBy: null, cancellationToken);
        }

        /// <summary>Uses the code of a step up, in one conditional update.</summary>
        /// <returns>Whether this caller did: it was not used before, nor one of a later step.</returns>
        public async Task<bool> UseStepAsync(EnabledAuthenticator authenticator, long step, CancellationToken cancellationToken) =>
            (await records.UpdateAsync(Rows, [UserId.Is(authenticator.UserId), Id.Is(authenticator.Id), LastStep.Before(step)], [LastStep.To(step)], readBy: null, cancellationToken)).Changed == 1;

        /// <summary>Has other recovery codes count.</summary>
        /// <returns>Whether this caller was the one who did, of those who read the same.</returns>
        public async Task<bool> SwitchRecoveryCodesAsync(EnabledAuthenticator authenticator, Guid batch, CancellationToken cancellationToken) =>
            (await records.UpdateAsync(Rows, [UserId.Is(authenticator.UserId), Id.Is(authenticator.Id), RecoveryBatch.Is(authenticator.RecoveryBatch)], [RecoveryBatch.To(batch)], readBy: null, cancellationToken)).Changed == 1;

        /// <summary>Takes the authenticator from its account, and any that waits.</summary>
        /// <returns>Whether this caller did.</returns>
        public async Task<bool> DeleteAuthenticatorAsync(EnabledAuthenticator authenticator, CancellationToken cancellationToken) =>
            await records.DeleteAsync(Rows, [UserId.Is(authenticator.UserId), Id.Is(authenticator.Id)], limit: 1, cancellationToken) == 1;
    }
}
