using AuthKit.Events;
using Microsoft.Extensions.Options;

namespace AuthKit.Passwords;

/// <summary>The one way in which a password that somebody has chosen comes to be an account's: not where it is known to have leaked.</summary>
internal sealed class NewPasswords(PasswordHashing hashing, IEnumerable<IBreachedPasswords> corpora, IEvents events, IOptions<AuthKitOptions> options)
{
    private static readonly Failure Unchecked = new(Fault.Busy) { RetryAfter = TimeSpan.FromSeconds(5) };

    private readonly IBreachedPasswords[] _corpora = [.. corpora];

    /// <summary>Hashes a password that has satisfied the rules, unless it is a breached one.</summary>
    /// <param name="password">The password.</param>
    /// <param name="field">The field that it came in.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask<Outcome<string>> HashAsync(string password, string field, CancellationToken cancellationToken) =>
        await FindAsync(OpaqueString.Prepare(password), field, cancellationToken) is { } refused ? refused : await hashing.HashAsync(password, cancellationToken);

    private async ValueTask<Failure?> FindAsync(string password, string field, CancellationToken cancellationToken)
    {
        var isChecked = true;
        foreach (var corpus in _corpora)
        {
            var answer = await corpus.FindAsync(password, cancellationToken);
            if (answer.IsPresent)
                return Failure.Of(field, Rule.Breached);
            if (answer.Failure is not { } failure)
                continue;
            isChecked = false;
            await events.RaiseAsync(new BreachCheckFailed(corpus.Name, failure), cancellationToken);
        }

        return isChecked || !options.Value.Passwords.Breached.RefuseUnchecked ? null : Unchecked;
    }
}
