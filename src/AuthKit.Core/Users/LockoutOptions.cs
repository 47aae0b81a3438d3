namespace AuthKit.Users;

/// <summary>How an account slows down under repeated failures (OWASP ASVS 5.0 §6.3.1).</summary>
public sealed class LockoutOptions
{
    /// <summary>How many failures in a row lock the account.</summary>
    /// <value>Default: 5.</value>
    public int MaxFailedAttempts { get; set; } = 5;

    /// <summary>How long the account is closed then; it doubles with each further failure.</summary>
    /// <value>Default: 15 seconds.</value>
    public TimeSpan FirstLock { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest an account is ever closed, so that nobody can lock its owner out for good.</summary>
    /// <value>Default: 15 minutes.</value>
    public TimeSpan LongestLock { get; set; } = TimeSpan.FromMinutes(15);
}
