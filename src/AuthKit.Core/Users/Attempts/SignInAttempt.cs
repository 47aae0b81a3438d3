namespace AuthKit.Users.Attempts;

/// <summary>An attempt to sign in, and what becomes of its count once it has been judged.</summary>
internal sealed class SignInAttempt(Account? account, LockoutOptions options, TimeProvider time)
{
    private static readonly TimeSpan NamesakeRemembered = TimeSpan.FromDays(30);

    /// <summary>The account as it stands; null where the attempt is refused, whatever the password.</summary>
    public Account? Account => account;

    /// <summary>The account before the attempt was counted; null where it was not, or not there.</summary>
    public User? Before { get; init; }

    /// <summary>What counts the attempt in place of the account, which is closed.</summary>
    public byte[]? Device { get; init; }

    /// <summary>The password was right: the failures before it are forgotten. Those of an account that was closed to others stay.</summary>
    public async Task SucceedAsync(CancellationToken cancellationToken)
    {
        if (Device is not null)
            await account!.Database.Attempts.ClearAsync(Device, cancellationToken);
        else if (account!.User.FailedSignIns > 0)
            await account.Database.Users.ClearFailedSignInsAsync(account.User.Id, cancellationToken);
    }

    /// <summary>The password was wrong.</summary>
    /// <returns>The failures in a row, where they close the account for a while; null where they do not.</returns>
    public async Task<int?> FailAsync(CancellationToken cancellationToken)
    {
        if (Device is not null)
            return null;
        if (Before is null)
            await account!.Database.Users.RecordFailedSignInAsync(account.User.Id, time.GetUtcNow(), cancellationToken);
        var failures = (Before ?? account!.User).FailedSignIns + 1;
        return failures >= options.MaxFailedAttempts ? failures : null;
    }

    /// <summary>
    /// The password was wrong here and is right for another account of the name. It is no guess where the two were compared
    /// before: signing in there must not close this account. A password that is new there counts, or whoever has that account
    /// could set and try one after the other.
    /// </summary>
    public async Task FailForNamesakeAsync(User namesake, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // A hash stands for one password, and has a salt of its own.
        var compared = new FailedAttempts
        {
            Subject = AttemptCounter.Subject("namesake", $"{account!.User.Id}\n{namesake.PasswordHash}"),
            Failures = 1,
            LastFailure = now,
            ExpiresAt = now + NamesakeRemembered,
        };
        if (await account.Database.Attempts.AddAsync(compared, cancellationToken))
            await FailAsync(cancellationToken);
        else
            await CancelAsync(cancellationToken);
    }

    /// <summary>It was no guess after all, or nobody has looked at the password. A device's own count stays: it is no one else's to fill.</summary>
    public async Task CancelAsync(CancellationToken cancellationToken)
    {
        if (Before is { } before)
            await account!.Database.Users.ReplaceFailedSignInsAsync(before.Id, before.FailedSignIns + 1, before.FailedSignIns, before.LastFailedSignIn, cancellationToken);
    }
}
