using System.Security.Cryptography.X509Certificates;

namespace AuthKit.Proofs;

/// <summary>
/// Clients' certificates (mutual TLS, RFC 8705): what clients prove themselves with, and what tokens are bound to. The certificate is the
/// connection's, as Kestrel or the host's certificate forwarding has it; no connection is renegotiated to ask for one.
/// </summary>
public sealed class MutualTlsOptions
{
    /// <summary>Whether certificates are looked at.</summary>
    /// <value>Default: false.</value>
    public bool Enabled { get; set; }

    /// <summary>
    /// Who issues the certificates of clients with the method <c>tls_client_auth</c>: root certificates, and those between them and the
    /// clients', in PEM, one or more in each text. No certificate is fetched from anywhere.
    /// </summary>
    /// <value>Default: empty, which is that there is no such method: certificates that clients issue themselves are compared with their <c>jwks</c>.</value>
    public IList<string> Authorities { get; } = [];

    /// <summary>Whether it is asked if a certificate has been revoked (<c>tls_client_auth</c>).</summary>
    /// <value>Default: <see cref="X509RevocationMode.NoCheck"/>. <see cref="X509RevocationMode.Online"/> fetches from the address in the certificate.</value>
    public X509RevocationMode RevocationMode { get; set; } = X509RevocationMode.NoCheck;

    /// <summary>The origin of an endpoint that asks for certificates, for example <c>https://mtls.example</c>, where that is not the issuer's (<c>mtls_endpoint_aliases</c>, §5).</summary>
    /// <value>Default: null, which is that metadata has no aliases.</value>
    public string? Origin { get; set; }
}
