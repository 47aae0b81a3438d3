using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>Client authentication by the certificate of the connection (RFC 8705 §2). That the client holds its key, TLS has shown.</summary>
internal sealed class ClientCertificates(IOptions<AuthKitOptions> options, TimeProvider time)
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    private readonly X509Certificate2Collection _authorities = Read(options.Value.OAuth.MutualTls.Authorities);

    /// <summary>The certificates in texts of PEM.</summary>
    /// <exception cref="CryptographicException">One of them is none.</exception>
    public static X509Certificate2Collection Read(IEnumerable<string> texts)
    {
        var certificates = new X509Certificate2Collection();
        foreach (var text in texts)
            certificates.ImportFromPem(text);
        return certificates;
    }

    /// <summary>Whether a certificate is the client's, by its method.</summary>
    public bool AreOf(Client client, X509Certificate2? certificate) => certificate is not null && client.Method switch
    {
        ClientAuthenticationMethods.SelfSignedTlsClientAuth => client.Jwks is { } jwks && ClientKeys.Hold(jwks, certificate),
        ClientAuthenticationMethods.TlsClientAuth => client.CertificateSubject is { } subject && certificate.Has(subject) && IsIssuedByAuthority(certificate),
        _ => false,
    };

    private bool IsIssuedByAuthority(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        var policy = chain.ChainPolicy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        // A root that is not its own issuer is none; one that is, and not listed, is not believed.
        policy.CustomTrustStore.AddRange(_authorities);
        policy.ExtraStore.AddRange(_authorities);
        policy.ApplicationPolicy.Add(new Oid(ClientAuthentication));
        policy.RevocationMode = options.Value.OAuth.MutualTls.RevocationMode;
        policy.VerificationTime = time.GetUtcNow().UtcDateTime;
        policy.VerificationTimeIgnored = false;
        // What a stranger's certificate names is not fetched.
        policy.DisableCertificateDownloads = true;
        try
        {
            return chain.Build(certificate);
        }
        finally
        {
            foreach (var element in chain.ChainElements)
                element.Certificate.Dispose();
        }
    }
}
