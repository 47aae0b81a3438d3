namespace AuthKit.Features.ApiKeys;

/// <summary>What API keys fail with in words of their own.</summary>
public static class ApiKeyFaults
{
    /// <summary>The account has no such key.</summary>
    public static Fault NotFound { get; } = new("api_key_not_found", like: Fault.NotFound, "There is no such API key.");

    /// <summary>The account has as many keys as it can (<see cref="ApiKeyOptions.MaxPerAccount"/>).</summary>
    public static Fault TooMany { get; } = new("too_many_api_keys", like: Fault.Conflict, "The account has as many API keys as it can. Revoke one first.");

    /// <summary>The key has got another secret at the same time, or a moment ago, which somebody may be waiting for.</summary>
    public static Fault RotatedAlready { get; } = new("api_key_rotated_already", like: Fault.Conflict, "The API key has just been rotated. Try again in a moment.");

    /// <summary>The key is right, and counts no more: its time is over, or its account is gone or was taken back by a reset.</summary>
    public static Fault Ended { get; } = new("api_key_ended", like: Fault.InvalidToken, "The API key has expired or has ended.");

    /// <summary>A time that is longer than the host's options allow, or none.</summary>
    public static Rule Duration { get; } = new("duration", like: Rule.Unknown, "The {field} must be 1 to {limit} seconds.");
}
