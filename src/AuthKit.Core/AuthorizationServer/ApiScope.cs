namespace AuthKit.AuthorizationServer;

/// <summary>A scope of the host's own: what a client may do on a user's behalf, or on its own.</summary>
public sealed class ApiScope
{
    /// <summary>The scope's value (RFC 6749 §3.3), for example <c>orders.read</c>.</summary>
    public string Name { get; set; } = "";

    /// <summary>What people read of it when they are asked for their consent.</summary>
    /// <value>Default: the name.</value>
    public string? Description { get; set; }
}
