using System.Security.Cryptography.X509Certificates;

namespace AuthKit.Proofs;

/// <summary>What a request brings to prove that its sender holds a key (RFC 9449 §4.1, RFC 8705 §3). Whoever has to know looks at it, once for each request.</summary>
public sealed class PresentedProof
{
    /// <summary>The values of the <c>DPoP</c> header; where it is in order, there is one.</summary>
    public IReadOnlyList<string?> Headers { get; init; } = [];

    /// <summary>Whether the access token was sent as <c>Authorization: DPoP</c> (RFC 9449 §7.1).</summary>
    public bool IsDPoPScheme { get; init; }

    /// <summary>The request's method.</summary>
    public required string Method { get; init; }

    /// <summary>The request's path as the client sees it, the app's path base included, without query.</summary>
    public required string Path { get; init; }

    /// <summary>The certificate that the client proved to hold the key of when the connection was made; null where there is none.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The nonce that the client is to use from now on (RFC 9449 §8); null where it need not be told.</summary>
    public string? Nonce { get; internal set; }

    /// <summary>What was found of the header.</summary>
    internal Outcome<DPoPProof>? Verified { get; set; }

    /// <summary>Whether this request was the first to use the proof.</summary>
    internal bool? IsFirstUse { get; set; }
}
