using Microsoft.Extensions.Options;

namespace AuthKit.Users.Attempts;

/// <summary>
/// Books attempts to sign in before they are judged. One at an account without failures is booked by its turn
/// (<see cref="SignInTurns"/>) and costs no round trip; with failures, every attempt counts as one more in the store before its
/// password is looked at, whichever node it came to, and is taken back where the password was right.
/// </summary>
internal sealed class SignInAttempts(AttemptCounter counter, IOptions<AuthKitOptions> options, TimeProvider time)
{
    /// <summary>The attempt, which may be judged where it has an account.</summary>
    /// <param name="account">The account as it was read in the attempt's turn.</param>
    /// <param name="device">The device that asks: a known one has a count of its own while the account is closed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SignInAttempt> BookAsync(Account account, ClaimedDevice device, CancellationToken cancellationToken)
    {
        var current = account;
        while (current.User.FailedSignIns > 0 || device.IsFalse)
        {
            var user = current.User;
            var now = time.GetUtcNow();
            if (Lockout.IsLocked(user, options.Value.Lockout, now))
                return await BookDeviceAsync(current, device.Id, cancellationToken);
            var (booked, stands) = await account.Database.Users.ReplaceFailedSignInsAsync(user.Id, user.FailedSignIns, user.FailedSignIns + 1, now, cancellationToken);
            if (booked)
                return Of(account with { User = stands ?? user }, before: user);
            if (stands is null)
                return Of(null);
            current = account with { User = stands };
        }

        return Of(current);
    }

    private async Task<SignInAttempt> BookDeviceAsync(Account account, Guid? device, CancellationToken cancellationToken)
    {
        if (device is null)
            return Of(null);
        var subject = AttemptCounter.Subject("device", $"{account.User.Id}\n{device}");
        var booking = await counter.BookAsync(account.Database, subject, options.Value.Lockout.MaxFailedAttempts, cancellationToken);
        return Of(booking.IsCounted ? account : null, device: subject);
    }

    private SignInAttempt Of(Account? account, User? before = null, byte[]? device = null) =>
        new(account, options.Value.Lockout, time) { Before = before, Device = device };
}
