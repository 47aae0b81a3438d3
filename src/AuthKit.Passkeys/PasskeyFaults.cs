namespace AuthKit.Passkeys;

/// <summary>What passkeys fail with in words of their own.</summary>
public static class PasskeyFaults
{
    /// <summary>The passkey does not sign in: unknown, not signed by it, an old challenge, or anything else that was wrong with it. The event says what (<see cref="PasskeyFailures"/>).</summary>
    public static Fault NotAccepted { get; } = new("passkey_not_accepted", like: Fault.InvalidCredentials, "The passkey was not accepted.");

    /// <summary>What the authenticator made cannot be registered: an old challenge, another site's, a key of an algorithm that was not asked for, a passkey that is registered already.</summary>
    public static Fault NotRegistered { get; } = new("passkey_not_registered", like: Fault.Invalid, "The passkey could not be registered. Try again.");

    /// <summary>The account has as many passkeys as it can have.</summary>
    public static Fault TooMany { get; } = new("too_many_passkeys", like: Fault.Conflict, "The account has as many passkeys as it can have. Remove one first.");

    /// <summary>The account has no such passkey.</summary>
    public static Fault NotFound { get; } = new("passkey_not_found", like: Fault.NotFound, "There is no such passkey.");
}
