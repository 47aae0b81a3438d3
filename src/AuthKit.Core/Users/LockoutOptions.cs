namespace AuthKit.Users;

/// <summary>How an account, or a client, slows down under repeated failures (OWASP ASVS 5.0 §6.3.1).</summary>
public sealed class LockoutOptions
{
    /// <summary>How many failures in a row lock the account.</summary>
    /// <value>Default: 5.</value>
    public int MaxFailedAttempts { get; set; } = 5;

    /// <summary>How many wrong secrets in a row lock a client whose secret could be guessed. A client is a program of many instances, which a stale secret makes fail together.</summary>
    /// <value>Default: 100.</value>
    public int MaxFailedClientAttempts { get; set; } = 100;

    /// <summary>How long the account is closed then; it doubles with each further failure.</summary>
    /// <value>Default: 15 seconds.</value>
    public TimeSpan FirstLock { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest an account is ever closed, so that nobody can lock its owner out for good.</summary>
    /// <value>Default: 15 minutes.</value>
    public TimeSpan LongestLock { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a browser is known to have signed in before, so that its attempts are counted apart from those of others.</summary>
    /// <value>Default: 365 days.</value>
    public TimeSpan KnownDeviceLifetime { get; set; } = TimeSpan.FromDays(365);
}
