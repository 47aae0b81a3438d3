namespace AuthKit.Users;

/// <summary>What became of writing an account.</summary>
public enum UserWrite
{
    /// <summary>It is written.</summary>
    Done,

    /// <summary>Another account has the e-mail address.</summary>
    DuplicateEmail,

    /// <summary>Another account has the user name.</summary>
    DuplicateUserName,

    /// <summary>The account has changed since it was read, or is gone.</summary>
    Stale,
}
