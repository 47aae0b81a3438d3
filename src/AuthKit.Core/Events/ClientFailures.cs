namespace AuthKit.Events;

/// <summary>Why somebody does not count as a client.</summary>
public static class ClientFailures
{
    /// <summary>There is no client with this id.</summary>
    public const string UnknownClient = "unknown_client";

    /// <summary>The secret is not the client's.</summary>
    public const string WrongSecret = "wrong_secret";

    /// <summary>The secret has ended (<c>client_secret_expires_at</c>).</summary>
    public const string ExpiredSecret = "expired_secret";

    /// <summary>The client does not prove itself in this way, or by several at once.</summary>
    public const string WrongMethod = "wrong_method";

    /// <summary>The assertion is not the client's, not for this server, not in time, or was used before.</summary>
    public const string RefusedAssertion = "refused_assertion";

    /// <summary>The certificate is not the client's, or the connection has none.</summary>
    public const string WrongCertificate = "wrong_certificate";

    /// <summary>The client was closed after failures before; nobody was let in.</summary>
    public const string LockedOut = "locked_out";
}
