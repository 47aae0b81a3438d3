namespace AuthKit.Users.Attempts;

/// <summary>The failed attempts in a row of somebody who is no account: a known device, a client.</summary>
public sealed record FailedAttempts
{
    /// <summary>The SHA-256 of what is counted; unique.</summary>
    public required byte[] Subject { get; init; }

    /// <summary>How many; none where those that there were have been taken back.</summary>
    public required int Failures { get; init; }

    /// <summary>When the last of them was.</summary>
    public required DateTimeOffset LastFailure { get; init; }

    /// <summary>When they are forgotten, if no other follows.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
