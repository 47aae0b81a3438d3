namespace AuthKit.Events;

/// <summary>What tokens are presented as.</summary>
public static class TokenKinds
{
    /// <summary>An access token.</summary>
    public const string Access = "access";

    /// <summary>A refresh token.</summary>
    public const string Refresh = "refresh";

    /// <summary>A personal API key.</summary>
    public const string ApiKey = "api_key";

    /// <summary>A mailed secret that resets a password.</summary>
    public const string PasswordReset = "password_reset";

    /// <summary>A mailed secret that confirms an address, or has it changed.</summary>
    public const string EmailConfirmation = "email_confirmation";

    /// <summary>A mailed secret that takes the change of an address back.</summary>
    public const string EmailChangeUndo = "email_change_undo";

    /// <summary>A mailed secret that takes the deletion of an account back.</summary>
    public const string DeletionUndo = "deletion_undo";

    /// <summary>An authorization code.</summary>
    public const string Code = "code";

    /// <summary>A device's code (RFC 8628).</summary>
    public const string DeviceCode = "device_code";

    /// <summary>What a person types to let a device in (RFC 8628).</summary>
    public const string UserCode = "user_code";

    /// <summary>A proof of possession (RFC 9449), where tokens are asked for.</summary>
    public const string Proof = "proof";

    /// <summary>The code with which a browser comes back from another provider.</summary>
    public const string ExternalCode = "external_code";

    /// <summary>A token to be exchanged (RFC 8693).</summary>
    public const string Exchanged = "exchanged";

    /// <summary>What clients register with (RFC 7591 §3).</summary>
    public const string InitialAccess = "initial_access";

    /// <summary>What a client reads and changes its registration with (RFC 7592 §3).</summary>
    public const string RegistrationAccess = "registration_access";
}
