using AuthKit.Events;
using AuthKit.Records;
using AuthKit.Users.Attempts;
using Microsoft.Extensions.Options;

namespace AuthKit.Users;

/// <summary>
/// Signs in with a name and a password. Several databases may have an account of the name, of different people: the first one
/// whose password it is signs in. Each counts its own failures, so that whoever takes a name elsewhere locks nobody out.
/// </summary>
internal sealed class PasswordSignIn(Accounts accounts, PasswordAuthenticator authenticator, KnownDevices devices, IOptions<AuthKitOptions> options)
{
    /// <summary>
    /// The account, the caller's to dispose of, and whether the device is known to it; or <see cref="Fault.InvalidCredentials"/>, after the same work and as many
    /// writes for every name (timing attack).
    /// </summary>
    /// <param name="name">An e-mail address or a user name.</param>
    /// <param name="password">The password.</param>
    /// <param name="tenantHint">The one database that the request means, where it says so.</param>
    /// <param name="deviceProof">What shows that an account has signed in before from the device that asks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Outcome<(Account Account, bool KnownDevice)>> SignInAsync(string name, string password, string? tenantHint, string? deviceProof, CancellationToken cancellationToken)
    {
        if (!(await authenticator.TakeTurnAsync(name, deviceProof, cancellationToken)).Succeeded(out var turn, out var busy))
            return busy;
        using var judged = turn;
        var (opened, wrong) = (new List<Account>(1), new Queue<JudgedAttempt>());
        Account? signedIn = null;
        try
        {
            await foreach (var account in accounts.NamedAsync(name, tenantHint, cancellationToken))
            {
                if (account is not null)
                    opened.Add(account);
                var device = await devices.CheckAsync(deviceProof, account, cancellationToken);
                if (!(await authenticator.JudgeAsync(account, password, device, cancellationToken)).Succeeded(out var attempt, out busy))
                    break;
                if (attempt.Check.IsRight && !IsHidden(account))
                    return ((signedIn = await AcceptAsync(attempt, wrong, cancellationToken)), device.Id is not null);
                wrong.Enqueue(attempt);
            }

            var refusals = await RefuseAsync(wrong, cancellationToken);
            return busy ?? new Failure(Fault.InvalidCredentials) { Refusals = refusals };
        }
        catch (StoreUnavailableException)
        {
            // Those that were judged have been guessed at, whatever is said of the others.
            await RefuseAsync(wrong, cancellationToken);
            throw;
        }
        finally
        {
            foreach (var account in opened.Where(account => account.Database != signedIn?.Database))
                await account.DisposeAsync();
        }
    }

    // Whoever has registered a stranger's address knows the password of the account that was made, if one was: it has to be as
    // wrong as it would be had there been an account before.
    private bool IsHidden(Account? account) => options.Value.Accounts.HideExistingAccounts && account is { User.EmailVerified: false };

    private static async Task<Account> AcceptAsync(JudgedAttempt right, Queue<JudgedAttempt> wrong, CancellationToken cancellationToken)
    {
        while (wrong.TryDequeue(out var judged))
        {
            if (judged.Attempt is { } attempt)
                await attempt.FailForNamesakeAsync(right.Account!.User, cancellationToken);
        }

        return await PasswordAuthenticator.AcceptAsync(right, cancellationToken);
    }

    /// <returns>Why, for each account; once where there is none.</returns>
    private async Task<IReadOnlyList<SignInRefusal>> RefuseAsync(Queue<JudgedAttempt> wrong, CancellationToken cancellationToken)
    {
        var refusals = new List<SignInRefusal>(1);
        while (wrong.TryDequeue(out var attempt))
        {
            var refusal = await authenticator.RefuseAsync(attempt, cancellationToken);
            refusals.Add(attempt.Check.IsRight ? refusal with { Reason = SignInFailures.EmailNotConfirmed } : refusal);
        }

        return refusals.Exists(static refusal => refusal.UserId is not null) ? refusals.FindAll(static refusal => refusal.UserId is not null) : refusals[..Math.Min(1, refusals.Count)];
    }
}
