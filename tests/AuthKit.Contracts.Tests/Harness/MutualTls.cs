using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AuthKit.AuthorizationServer.Clients;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Harness;

/// <summary>A host that speaks TLS and takes clients' certificates, and clients that have some.</summary>
internal sealed class MutualTls : IDisposable
{
    private readonly X509Certificate2 _server;

    public MutualTls()
    {
        _server = Certificates.SelfSigned("CN=localhost", NewKey());
        Authority = Certificates.Authority("CN=Authority", NewKey());
        Mine = Certificates.SelfSigned("CN=mine", Key);
        Theirs = Certificates.SelfSigned("CN=mine", TheirKey);
        Plan = new()
        {
            Services = services => services.Configure<KestrelServerOptions>(Listen),
            Options = Register,
        };
    }

    /// <summary>A client in its own name, by a certificate of its own making, to which its tokens are bound.</summary>
    public static OAuthClient Holder { get; } = new("holder", null, "https://holder.example/callback");

    /// <summary>Another.</summary>
    public static OAuthClient OtherHolder { get; } = new("other-holder", null, "https://other-holder.example/callback");

    /// <summary>A client by a certificate that <see cref="Authority"/> has issued.</summary>
    public static OAuthClient Issued { get; } = new("issued", null, "https://issued.example/callback");

    /// <summary>A public client whose tokens are bound to whatever certificate it has.</summary>
    public static OAuthClient Program { get; } = new("program", null, "http://127.0.0.1/program");

    public HostPlan Plan { get; }

    public ECDsa Key { get; } = NewKey();

    public ECDsa TheirKey { get; } = NewKey();

    public X509Certificate2 Authority { get; }

    /// <summary>The certificate of <see cref="Holder"/>.</summary>
    public X509Certificate2 Mine { get; }

    /// <summary>That of <see cref="OtherHolder"/>, which has the same name.</summary>
    public X509Certificate2 Theirs { get; }

    /// <summary>Whom <see cref="Issued"/>'s certificate has to name.</summary>
    public CertificateSubject Subject { get; } = new() { DistinguishedName = "CN=issued, O=Example" };

    public static ECDsa NewKey() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public async Task<Answer> SendAsync(TestHost host, X509Certificate2? certificate, HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var handler = new SocketsHttpHandler
        {
            SslOptions = new()
            {
                RemoteCertificateValidationCallback = (_, server, _, _) => server!.GetCertHashString() == _server.GetCertHashString(),
                LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate!,
            },
        };
        using var http = new HttpClient(handler) { BaseAddress = host.Secure };
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    public Task<Answer> TokenAsync(TestHost host, X509Certificate2? certificate, OAuthClient client, string grantType = "client_credentials", params (string Name, string Value)[] fields) =>
        SendAsync(host, certificate, HttpMethod.Post, "/token", new FormUrlEncodedContent([new("grant_type", grantType), new("client_id", client.Id), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]));

    public Task<Answer> GetAsync(TestHost host, X509Certificate2? certificate, string path, string accessToken) =>
        SendAsync(host, certificate, HttpMethod.Get, path, content: null, Requests.Bearer(accessToken));

    public void Dispose()
    {
        foreach (var certificate in new[] { _server, Authority, Mine, Theirs })
            certificate.Dispose();
    }

    private void Listen(KestrelServerOptions kestrel)
    {
        kestrel.Listen(IPAddress.Loopback, 0);
        kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(new HttpsConnectionAdapterOptions
        {
            ServerCertificate = _server,
            ClientCertificateMode = ClientCertificateMode.AllowCertificate,
            ClientCertificateValidation = static (_, _, _) => true,
        }));
    }

    private void Register(AuthKitOptions options)
    {
        options.OAuth.MutualTls.Enabled = true;
        options.OAuth.MutualTls.Authorities.Add(Authority.ExportCertificatePem());
        options.Clients.Add(Holder.Listed(client => Machine(client, ClientAuthenticationMethods.SelfSignedTlsClientAuth, Key)));
        options.Clients.Add(OtherHolder.Listed(client => Machine(client, ClientAuthenticationMethods.SelfSignedTlsClientAuth, TheirKey)));
        options.Clients.Add(Issued.Listed(client => Machine(client, ClientAuthenticationMethods.TlsClientAuth, key: null)));
        options.Clients.Add(Program.Listed(client => client.CertificateBoundTokens = true));
    }

    private void Machine(Client client, string method, ECDsa? key)
    {
        client.AuthenticationMethod = method;
        client.Jwks = key is null ? null : OAuthClients.Jwks(key);
        client.CertificateSubject = key is null ? Subject : null;
        client.CertificateBoundTokens = true;
        client.Grants.Add(GrantTypes.ClientCredentials);
        client.Scopes.Add(OAuthClients.Read);
    }
}
