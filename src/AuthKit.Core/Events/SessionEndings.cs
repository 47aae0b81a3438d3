namespace AuthKit.Events;

/// <summary>Why a session was ended by whoever had it.</summary>
public static class SessionEndings
{
    /// <summary>They signed out.</summary>
    public const string SignedOut = "signed_out";

    /// <summary>Somebody signed in with the same browser.</summary>
    public const string Replaced = "replaced";

    /// <summary>The client has revoked a token of it (RFC 7009).</summary>
    public const string TokenRevoked = "token_revoked";
}
