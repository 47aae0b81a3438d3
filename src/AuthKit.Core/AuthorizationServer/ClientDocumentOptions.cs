namespace AuthKit.AuthorizationServer;

/// <summary>The documents that clients keep on servers of their own and that this server fetches: client id metadata documents, <c>jwks_uri</c>, <c>sector_identifier_uri</c>.</summary>
public sealed class ClientDocumentOptions
{
    /// <summary>
    /// Whether a document's server may have a private, loopback, carrier-grade NAT or unique local address: for development and tests.
    /// Link-local addresses and those of clouds' metadata, multicast and reserved ones are refused always.
    /// </summary>
    /// <value>Default: false.</value>
    public bool AllowPrivateNetworks { get; set; }

    /// <summary>The most time that fetching one may take, a tenth of a second to half a minute.</summary>
    /// <value>Default: 5 seconds.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);
}
