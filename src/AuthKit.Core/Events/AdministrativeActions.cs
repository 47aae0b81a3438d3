namespace AuthKit.Events;

/// <summary>What administrators do to accounts (<see cref="AccountAdministered"/>).</summary>
public static class AdministrativeActions
{
    /// <summary>Made it.</summary>
    public const string Created = "created";

    /// <summary>Changed what it says of its owner.</summary>
    public const string Changed = "changed";

    /// <summary>Shut it.</summary>
    public const string Disabled = "disabled";

    /// <summary>Opened it.</summary>
    public const string Enabled = "enabled";

    /// <summary>Ended its lockout.</summary>
    public const string Unlocked = "unlocked";

    /// <summary>Set its roles.</summary>
    public const string RolesSet = "roles_set";

    /// <summary>Asked its owner for a new password.</summary>
    public const string PasswordAskedFor = "password_asked_for";

    /// <summary>Ended one of its sessions, or all.</summary>
    public const string SessionsEnded = "sessions_ended";

    /// <summary>Began to act as its owner (<see cref="Impersonated"/>).</summary>
    public const string Impersonated = "impersonated";

    /// <summary>Erased it.</summary>
    public const string Deleted = "deleted";
}
