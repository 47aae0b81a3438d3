using System.Security.Cryptography;
using AuthKit.Records;
using AuthKit.Users;
using static AuthKit.Passkeys.Storage.PasskeyTable;

namespace AuthKit.Passkeys.Storage;

/// <summary>Passkeys in the database of their account.</summary>
internal static class PasskeyRows
{
    extension(IRecords records)
    {
        /// <summary>Those of an account that count, the oldest first.</summary>
        public async Task<IReadOnlyList<Passkey>> PasskeysOfAsync(User user, CancellationToken cancellationToken) =>
            [.. (await records.AllPasskeysOfAsync(user, cancellationToken)).Where(passkey => passkey.Counts(user))];

        /// <summary>Those of an account, the oldest first: those that do not count among them.</summary>
        public Task<List<Passkey>> AllPasskeysOfAsync(User user, CancellationToken cancellationToken) =>
            records.ListAsync(Rows, [UserId.Is(user.Id)], orderBy: Id, limit: 0, cancellationToken);

        /// <summary>That which an authenticator knows by an id; null where there is none.</summary>
        public Task<Passkey?> FindPasskeyAsync(byte[] credentialId, CancellationToken cancellationToken) =>
            records.FindAsync(Rows, [CredentialHash.Is(SHA256.HashData(credentialId))], cancellationToken);

        /// <summary>One of an account's by its id; null where there is none.</summary>
        public Task<Passkey?> FindPasskeyAsync(User user, Guid id, CancellationToken cancellationToken) =>
            records.FindAsync(Rows, [Id.Is(id), UserId.Is(user.Id)], cancellationToken);

        /// <summary>Adds one.</summary>
        /// <returns>False where its id at the authenticator is registered already.</returns>
        public async Task<bool> AddPasskeyAsync(Passkey passkey, CancellationToken cancellationToken) =>
            await records.InsertAsync(Rows, passkey, cancellationToken) is null;

        /// <summary>
        /// Notes a use in one conditional update: only where the passkey stands and, if its authenticator counts, where the counter has risen. Of
        /// an authenticator and its copy at once, one is noted.
        /// </summary>
        /// <returns>Whether it was.</returns>
        public async Task<bool> UsePasskeyAsync(Passkey passkey, User user, uint signCount, bool isBackedUp, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var counter = signCount == 0 ? SignCount.Is(0) : SignCount.Before(signCount);
            Change[] changes =
            [
                SignCount.To(signCount),
                IsBackedUp.To(isBackedUp),
                LastUsedAt.To(now),
                IsAddressProved.To(passkey.IsAddressProved || user.EmailVerified),
                CredentialVersion.To(user.CredentialVersion),
            ];
            return (await records.UpdateAsync(Rows, [Id.Is(passkey.Id), RemovedAt.IsNull, counter], changes, readBy: null, cancellationToken)).Changed == 1;
        }

        /// <summary>Names one of an account's.</summary>
        /// <returns>Whether it is there.</returns>
        public async Task<bool> RenamePasskeyAsync(Passkey passkey, string name, CancellationToken cancellationToken) =>
            (await records.UpdateAsync(Rows, [Id.Is(passkey.Id), RemovedAt.IsNull], [Name.To(name)], readBy: null, cancellationToken)).Changed == 1;

        /// <summary>
        /// Has one not count any more, in one conditional update on what was read: of several who remove it at once, one goes on.
        /// </summary>
        /// <returns>The passkey as marked; null where another has marked it since, or it is gone.</returns>
        public async Task<Passkey?> MarkPasskeyAsync(Passkey passkey, DateTimeOffset now, CancellationToken cancellationToken) =>
            (await records.UpdateAsync(Rows, [Id.Is(passkey.Id), MarkOf(passkey)], [RemovedAt.To(now)], readBy: null, cancellationToken)).Changed == 1 ? passkey with { RemovedAt = now } : null;

        /// <summary>Has one that was marked count again.</summary>
        public Task UnmarkPasskeyAsync(Passkey marked, CancellationToken cancellationToken) =>
            records.UpdateAsync(Rows, [Id.Is(marked.Id), MarkOf(marked)], [RemovedAt.To(null)], readBy: null, cancellationToken);

        /// <summary>Takes one away, as it was read.</summary>
        /// <returns>Whether this caller did.</returns>
        public async Task<bool> DeletePasskeyAsync(Passkey passkey, CancellationToken cancellationToken) =>
            await records.DeleteAsync(Rows, [Id.Is(passkey.Id), MarkOf(passkey)], limit: 1, cancellationToken) == 1;
    }

    private static Condition MarkOf(Passkey passkey) => passkey.RemovedAt is { } marked ? RemovedAt.Is(marked) : RemovedAt.IsNull;
}
