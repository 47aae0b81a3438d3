using AuthKit.Records;
using AuthKit.Users;
using static AuthKit.TwoFactor.Storage.TrustedDeviceTable;

namespace AuthKit.TwoFactor.Storage;

/// <summary>Remembered devices in the database of their account.</summary>
internal static class TrustedDeviceRows
{
    private const int MostPerAccount = 20;

    extension(IRecords records)
    {
        /// <summary>The device of a token that the account trusts; null where there is none.</summary>
        public async Task<TrustedDevice?> FindTrustedAsync(User user, byte[] tokenHash, DateTimeOffset now, CancellationToken cancellationToken) =>
            await records.FindAsync(Rows, [TokenHash.Is(tokenHash)], cancellationToken) is { } device && device.Counts(user, now) ? device : null;

        /// <summary>Those that the account trusts, the latest first.</summary>
        public async Task<IReadOnlyList<TrustedDevice>> TrustedOfAsync(User user, DateTimeOffset now, CancellationToken cancellationToken) =>
            [.. (await records.ListAsync(Rows, [UserId.Is(user.Id)], orderBy: null, limit: 0, cancellationToken)).Where(device => device.Counts(user, now)).OrderByDescending(static device => device.CreatedAt)];

        /// <summary>Has a device be trusted, in place of what was known of it, and forgets those that are not trusted any more or are too many.</summary>
        public async Task TrustAsync(TrustedDevice device, User user, CancellationToken cancellationToken)
        {
            Change[] renewed = [Label.To(device.Label), CredentialVersion.To(device.CredentialVersion), CreatedAt.To(device.CreatedAt), ExpiresAt.To(device.ExpiresAt)];
            if (await records.InsertAsync(Rows, device, cancellationToken) is not null)
                await records.UpdateAsync(Rows, [TokenHash.Is(device.TokenHash), UserId.Is(user.Id)], renewed, readBy: null, cancellationToken);
            var all = await records.ListAsync(Rows, [UserId.Is(user.Id)], orderBy: null, limit: 0, cancellationToken);
            var kept = all.Where(other => other.Counts(user, device.CreatedAt)).OrderByDescending(static other => other.CreatedAt).Take(MostPerAccount).Select(static other => other.Id).ToHashSet();
            Guid[] past = [.. all.Select(static other => other.Id).Where(id => !kept.Contains(id))];
            if (past.Length > 0)
                await records.DeleteAsync(Rows, [Id.In(past)], limit: 0, cancellationToken);
        }

        /// <summary>Forgets a device of an account.</summary>
        /// <returns>Whether this caller did.</returns>
        public async Task<bool> ForgetDeviceAsync(User user, Guid id, CancellationToken cancellationToken) =>
            await records.DeleteAsync(Rows, [Id.Is(id), UserId.Is(user.Id)], limit: 1, cancellationToken) == 1;

        /// <summary>Forgets every device of an account.</summary>
        public Task ForgetDevicesAsync(User user, CancellationToken cancellationToken) => records.DeleteAsync(Rows, [UserId.Is(user.Id)], limit: 0, cancellationToken);
    }

    /// <summary>Whether the device is trusted: a change of the account's credentials ends that, at once and by itself.</summary>
    private static bool Counts(this TrustedDevice device, User user, DateTimeOffset now) =>
        device.UserId == user.Id && device.CredentialVersion == user.CredentialVersion && now < device.ExpiresAt;
}
