using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>Certificates as clients and authorities have them.</summary>
internal static class Certificates
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    private static readonly DateTimeOffset From = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static X509Certificate2 SelfSigned(string name, ECDsa key) => Request(name, key).CreateSelfSigned(From, From.AddYears(10));

    public static X509Certificate2 Authority(string name, ECDsa key)
    {
        var request = Request(name, key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        return request.CreateSelfSigned(From, From.AddYears(10));
    }

    /// <summary>A certificate that an authority has issued.</summary>
    public static X509Certificate2 Issue(X509Certificate2 authority, string name, ECDsa key, Action<SubjectAlternativeNameBuilder>? names = null, bool forServers = false, DateTimeOffset? until = null)
    {
        var request = Request(name, key);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(forServers ? ServerAuthentication : ClientAuthentication)], critical: true));
        if (names is not null)
        {
            var builder = new SubjectAlternativeNameBuilder();
            names(builder);
            request.CertificateExtensions.Add(builder.Build());
        }

        using var issued = request.Create(authority, From, until ?? From.AddYears(9), RandomNumberGenerator.GetBytes(8));
        return issued.CopyWithPrivateKey(key);
    }

    private static CertificateRequest Request(string name, ECDsa key) => new(name, key, HashAlgorithmName.SHA256);
}
