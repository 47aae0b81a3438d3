namespace AuthKit.Events;

/// <summary>Why a session was ended by whoever had it.</summary>
public static class SessionEndings
{
    /// <summary>They signed out.</summary>
    public const string SignedOut = "signed_out";

    /// <summary>Somebody signed in with the same browser.</summary>
    public const string Replaced = "replaced";

    /// <summary>The account's owner has ended it from another device.</summary>
    public const string ByOwner = "by_owner";

    /// <summary>The host, or an administrator, has ended it.</summary>
    public const string ByHost = "by_host";

    /// <summary>The client has revoked a token of it (RFC 7009).</summary>
    public const string TokenRevoked = "token_revoked";
}
