namespace AuthKit.TwoFactor;

/// <summary>What two-factor authentication fails with in words of its own.</summary>
public static class TwoFactorFaults
{
    /// <summary>The code that a signed-in caller sent is not right, or has been used.</summary>
    public static Fault WrongCode { get; } = new("wrong_code", like: Fault.Invalid, "The code is not correct.");

    /// <summary>No authenticator waits for its confirmation: none was asked for, or it was long ago, guessed at too often, or confirmed already.</summary>
    public static Fault NoEnrolment { get; } = new("no_enrolment", like: Fault.Conflict, "No authenticator waits to be confirmed. Begin again.");

    /// <summary>The account has no authenticator.</summary>
    public static Fault NotEnabled { get; } = new("two_factor_not_enabled", like: Fault.Conflict, "Two-factor authentication is not on.");

    /// <summary>The account remembers no such device.</summary>
    public static Fault DeviceNotFound { get; } = new("device_not_found", like: Fault.NotFound, "There is no such device.");

    /// <summary>The account's address is not confirmed (<see cref="TwoFactorOptions.RequireConfirmedEmail"/>).</summary>
    public static Fault AddressNotConfirmed { get; } = new("address_not_confirmed", like: Fault.Conflict, "Confirm the e-mail address first.");
}
