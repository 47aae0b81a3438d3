namespace AuthKit.Mail;

/// <summary>What an account's owner is told of.</summary>
/// <param name="To">The account's address.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Time">When.</param>
/// <param name="Provider">The provider, where it has to do with one.</param>
public sealed record OwnerNotice(string To, NoticeKind Kind, DateTimeOffset Time, string? Provider)
{
    /// <summary>A short name of the device, as its program calls itself, where it has to do with one and that is known.</summary>
    public string? Device { get; init; }

    /// <summary>The address that it came from, likewise.</summary>
    public string? Address { get; init; }
}

/// <summary>What was done to an account.</summary>
public enum NoticeKind
{
    /// <summary>The password was changed.</summary>
    PasswordChanged,

    /// <summary>The password was reset by a mailed secret.</summary>
    PasswordReset,

    /// <summary>A provider's login opens the account from now on.</summary>
    ExternalLoginLinked,

    /// <summary>A provider's login does not open the account any more.</summary>
    ExternalLoginRemoved,

    /// <summary>A passkey opens the account from now on.</summary>
    PasskeyAdded,

    /// <summary>A passkey does not open the account any more.</summary>
    PasskeyRemoved,

    /// <summary>An authenticator app is the account's second factor from now on.</summary>
    TwoFactorEnabled,

    /// <summary>The account has no authenticator app any more.</summary>
    TwoFactorDisabled,

    /// <summary>A recovery code was used in place of the authenticator app.</summary>
    RecoveryCodeUsed,

    /// <summary>An API key was made, by which a program can call for the account.</summary>
    ApiKeyCreated,

    /// <summary>An API key got another secret.</summary>
    ApiKeyRotated,

    /// <summary>Somebody signed in from a device that is not known.</summary>
    NewDevice,
}
