namespace AuthKit.Users;

/// <summary>How an account slows down under repeated failures (OWASP ASVS 5.0 §6.3.1).</summary>
public sealed class LockoutOptions
{
    /// <summary>Failures in a row that cost nothing.</summary>
    /// <value>Default: 5.</value>
    public int FreeFailures { get; set; } = 5;

    /// <summary>How long the account is closed after the first failure beyond those; it doubles with each further one.</summary>
    /// <value>Default: 15 seconds.</value>
    public TimeSpan FirstLock { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest an account is ever closed, so that nobody can lock its owner out for good.</summary>
    /// <value>Default: 15 minutes.</value>
    public TimeSpan LongestLock { get; set; } = TimeSpan.FromMinutes(15);
}
