namespace AuthKit.Security;

/// <summary>Who may read a route's replies from a page of another origin (CORS; Fetch Standard §3.2).</summary>
internal enum CorsAccess
{
    /// <summary>Nobody, as far as AuthKit is asked.</summary>
    None,

    /// <summary>Everybody: what is published.</summary>
    Anyone,

    /// <summary>The origins of the client that the request names; where it names none, of every client.</summary>
    Clients,

    /// <summary>The same, and everybody where anybody may register a client.</summary>
    Registration,
}
