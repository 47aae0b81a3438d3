namespace AuthKit.AuthorizationServer.Clients;

/// <summary>Whom the certificate of a client with the method <c>tls_client_auth</c> has to name (RFC 8705 §2.1.2): one of these.</summary>
public sealed class CertificateSubject
{
    /// <summary>The subject's distinguished name, as RFC 4514 writes it (<c>tls_client_auth_subject_dn</c>).</summary>
    public string? DistinguishedName { get; set; }

    /// <summary>A DNS name among the alternative names (<c>tls_client_auth_san_dns</c>); a wildcard is none.</summary>
    public string? Dns { get; set; }

    /// <summary>A URI among them (<c>tls_client_auth_san_uri</c>).</summary>
    public string? Uri { get; set; }

    /// <summary>An IP address among them (<c>tls_client_auth_san_ip</c>).</summary>
    public string? IP { get; set; }

    /// <summary>An e-mail address among them (<c>tls_client_auth_san_email</c>).</summary>
    public string? Email { get; set; }

    internal bool HasOne => new[] { DistinguishedName, Dns, Uri, IP, Email }.Count(name => !string.IsNullOrEmpty(name)) == 1;
}
