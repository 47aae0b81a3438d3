namespace AuthKit.Tokens;

/// <summary>How tokens are made and checked.</summary>
public sealed class TokenOptions
{
    /// <summary>How long an access token is valid.</summary>
    /// <value>Default: 15 minutes.</value>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Whether an access token ends with its session, rather than at its own expiry.</summary>
    /// <value>Default: true.</value>
    public bool CheckSession { get; set; } = true;

    /// <summary>For how long a session that was seen to stand is not looked at again. Sessions ended by this process end at once.</summary>
    /// <value>Default: 1 second.</value>
    public TimeSpan SessionCheckInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a mailed password reset token is valid.</summary>
    /// <value>Default: 1 hour.</value>
    public TimeSpan PasswordResetLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The algorithms that the ring has keys for. Access tokens are signed with <c>ES256</c>; a contract that issues id tokens adds what it signs them with.</summary>
    /// <value>Default: <c>ES256</c>.</value>
    public IList<string> SigningAlgorithms { get; } = [Tokens.SigningAlgorithms.Es256];

    /// <summary>How long a key signs before the next one takes over.</summary>
    /// <value>Default: 90 days.</value>
    public TimeSpan KeyRotationInterval { get; set; } = TimeSpan.FromDays(90);
}
