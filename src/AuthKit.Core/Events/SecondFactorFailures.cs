namespace AuthKit.Events;

/// <summary>Why a second factor was not proved.</summary>
public static class SecondFactorFailures
{
    /// <summary>The code was not right, or has been used.</summary>
    public const string WrongProof = "wrong_proof";

    /// <summary>The challenge is unknown, expired, used, somebody else's, or the account has changed since.</summary>
    public const string InvalidChallenge = "invalid_challenge";

    /// <summary>The challenge has had its attempts.</summary>
    public const string TooManyAttempts = "too_many_attempts";

    /// <summary>The account has had its failed attempts for a day; nobody looked at the proof.</summary>
    public const string LockedOut = "locked_out";
}
