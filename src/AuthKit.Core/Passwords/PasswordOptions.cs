namespace AuthKit.Passwords;

/// <summary>How passwords are judged and hashed.</summary>
public sealed class PasswordOptions
{
    /// <summary>What a new password has to be.</summary>
    public PasswordRules Rules { get; set; } = PasswordRules.Default;

    /// <summary>
    /// Whether a contract's documented rules stand in place of <see cref="Rules"/> where the contract documents any. They
    /// are weaker, so a warning is logged at start-up.
    /// </summary>
    /// <value>Default: false.</value>
    public bool UseDocumentedRules { get; set; }

    /// <summary>
    /// Words that a password may not be made of wherever the blocklist applies, because they are the first that anybody tries here: the
    /// names of the product, the organisation and its systems (OWASP ASVS 5.0 §6.1.2, NIST SP 800-63B §3.1.1.2).
    /// </summary>
    /// <value>Default: empty.</value>
    public IList<string> ContextWords { get; } = [];

    /// <summary>Where new passwords are looked for among those that have leaked.</summary>
    public BreachedPasswordOptions Breached { get; } = new();

    /// <summary>What a hash costs.</summary>
    public Argon2idOptions Argon2id { get; } = new();

    /// <summary>How many hashes are computed at once.</summary>
    /// <value>Default: the number of processors.</value>
    public int MaxConcurrentHashes { get; set; } = Environment.ProcessorCount;

    /// <summary>How many more may wait for their turn; beyond them a request is answered 503 with Retry-After.</summary>
    /// <value>Default: 100 per concurrent hash.</value>
    public int MaxQueuedHashes { get; set; } = 100 * Environment.ProcessorCount;

    /// <summary>The rules for a new password, with the host's words.</summary>
    /// <param name="documented">Those of the contract, where they stand in place of <see cref="Rules"/>.</param>
    internal PasswordRules RulesFor(PasswordRules? documented) => (documented ?? Rules) with { ContextWords = ContextWords };
}
