namespace AuthKit.Sessions;

/// <summary>How long sessions live.</summary>
public sealed class SessionOptions
{
    /// <summary>How long a session lasts without a refresh.</summary>
    /// <value>Default: 30 days.</value>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long a session lasts at the most.</summary>
    /// <value>Default: 180 days.</value>
    public TimeSpan AbsoluteLifetime { get; set; } = TimeSpan.FromDays(180);

    /// <summary>
    /// Whether a session keeps on what device it is and from what address it was last used, for its owner to see
    /// (<c>AddDevices</c> turns it on).
    /// </summary>
    /// <value>Default: false.</value>
    public bool KeepDevice { get; set; }

    /// <summary>
    /// For how long after a rotation the previous refresh token is still answered, always with the same successor, so
    /// that a lost reply signs nobody out. Zero turns it off. The clocks of nodes have to agree to less than this, or a
    /// lost reply counts as a theft.
    /// </summary>
    /// <value>Default: 10 seconds.</value>
    public TimeSpan RefreshGrace { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// <see cref="RefreshGrace"/> for clients without a secret that are not the host's own: with a stolen refresh token of
    /// theirs nobody has to prove anything (RFC 9700 §4.14.2).
    /// </summary>
    /// <value>Default: zero, which is none.</value>
    public TimeSpan PublicClientRefreshGrace { get; set; }
}
