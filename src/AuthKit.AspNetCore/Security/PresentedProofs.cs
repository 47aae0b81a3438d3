using AuthKit.Http.Reading;
using AuthKit.Proofs;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace AuthKit.Security;

/// <summary>Reads what a request brings to prove that its sender holds a key: once, so that whoever looks at it second knows what was found.</summary>
internal sealed class PresentedProofs(IOptions<AuthKitOptions> options)
{
    public const string Header = "DPoP";
    public const string NonceHeader = "DPoP-Nonce";

    private readonly bool _readsCertificates = options.Value.OAuth.MutualTls.Enabled;

    /// <summary>Null where it brings nothing, as nearly all do.</summary>
    public PresentedProof? Of(HttpContext http)
    {
        var request = http.Request;
        var headers = request.Headers[Header];
        var isDPoPScheme = BearerHeader.IsDPoP(request.Headers.Authorization);
        // What there is already: nobody is asked for a certificate in the middle of a connection.
        var certificate = _readsCertificates ? http.Connection.ClientCertificate : null;
        if (headers.Count == 0 && !isDPoPScheme && certificate is null)
            return null;
        if (http.Features.Get<PresentedProof>() is { } known)
            return known;
        var presented = new PresentedProof
        {
            Headers = headers,
            IsDPoPScheme = isDPoPScheme,
            Method = request.Method,
            Path = request.PathBase.Add(request.Path).ToUriComponent(),
            Certificate = certificate,
        };
        http.Features.Set(presented);
        return presented;
    }

    /// <summary>Tells the client of the nonce that it is to use from now on (RFC 9449 §8.2).</summary>
    public static void WriteNonce(HttpResponse response, PresentedProof? presented)
    {
        if (presented?.Nonce is { } nonce)
            response.Headers[NonceHeader] = nonce;
    }
}
