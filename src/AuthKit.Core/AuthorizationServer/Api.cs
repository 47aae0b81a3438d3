namespace AuthKit.AuthorizationServer;

/// <summary>An interface that access tokens can be for: a protected resource (RFC 8707, RFC 9728), served by this host or elsewhere.</summary>
public sealed class Api
{
    /// <summary>
    /// What clients name as <c>resource</c> and tokens as <c>aud</c>: an absolute URI without a fragment (RFC 8707 §2), at best the
    /// address that clients call, for example <c>https://api.example</c>. At most 256 characters of visible ASCII.
    /// </summary>
    public string Identifier { get; set; } = "";

    /// <summary>What people read of it in its metadata (<c>resource_name</c>, RFC 9728 §2).</summary>
    /// <value>Default: null, which is nothing.</value>
    public string? Name { get; set; }

    /// <summary>Its scopes, at least one: what users are asked for before a client gets a token for it. No other interface has a scope of the same name.</summary>
    public IList<ApiScope> Scopes { get; } = [];

    /// <summary>
    /// Whether clients that are registered for no scope at all may ask users for its scopes, beside those that identify a user: for an
    /// interface whose clients nobody knows before, as those of a server of the Model Context Protocol.
    /// </summary>
    /// <value>Default: false, which is that a client asks for what is among its scopes (<see cref="Clients.Client.Scopes"/>).</value>
    public bool OpenToAnyClient { get; set; }
}
