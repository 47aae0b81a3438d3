namespace AuthKit.Features.Administration;

/// <summary>What administration fails with in words of its own.</summary>
public static class AdministrationFaults
{
    /// <summary>The caller is signed in, and no administrator: as their account is now, whatever their token says.</summary>
    public static Fault AdministratorsOnly { get; } = new("administrators_only", like: Fault.InsufficientScope, "This is for administrators.");

    /// <summary>Administrators cannot shut or delete their own account, nor take the role from themselves: so one stays.</summary>
    public static Fault OwnAccount { get; } = new("own_account", like: Fault.Conflict, "Another administrator has to do this to your account.");

    /// <summary>It would have an administrator act as another.</summary>
    public static Fault OtherAdministrator { get; } = new("other_administrator", like: Fault.Conflict, "This cannot be done to the account of an administrator.");

    /// <summary>The host lets nobody act as a user (<see cref="AdministrationOptions.AllowImpersonation"/>).</summary>
    public static Fault ImpersonationOff { get; } = new("impersonation_off", like: Fault.InsufficientScope, "Administrators cannot act as users here.");

    /// <summary>The account has no such session that stands.</summary>
    public static Fault SessionNotFound { get; } = new("session_not_found", like: Fault.NotFound, "There is no such session.");
}
