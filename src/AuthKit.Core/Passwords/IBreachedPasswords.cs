namespace AuthKit.Passwords;

/// <summary>
/// A corpus of passwords that have leaked somewhere, which whoever guesses tries first (credential stuffing; NIST SP 800-63B-4
/// §3.1.1.2, OWASP ASVS 5.0 §6.2.12). New passwords that are in one are refused; a host adds one of its own as a service.
/// </summary>
public interface IBreachedPasswords
{
    /// <summary>What the corpus is called in events, in a word or two.</summary>
    string Name { get; }

    /// <summary>Whether a password is in the corpus.</summary>
    /// <param name="password">The password, as it would be hashed: composed (Unicode NFC), with ordinary spaces.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    ValueTask<BreachAnswer> FindAsync(string password, CancellationToken cancellationToken);
}
