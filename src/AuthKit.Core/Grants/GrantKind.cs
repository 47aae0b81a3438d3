namespace AuthKit.Grants;

/// <summary>What a grant may be exchanged for.</summary>
public enum GrantKind
{
    /// <summary>A new password, by a secret that was mailed to the account's address.</summary>
    PasswordReset = 1,
}
