namespace AuthKit.Passwords;

/// <summary>What checking a password against a stored hash came to.</summary>
public enum PasswordVerification
{
    /// <summary>The password is not the one hashed, or the hash cannot be read.</summary>
    Failed,

    /// <summary>The password is the one hashed.</summary>
    Succeeded,

    /// <summary>The password is the one hashed, and it should be hashed anew: the stored hash is weaker than one made today.</summary>
    SucceededUpgradeNeeded,
}
