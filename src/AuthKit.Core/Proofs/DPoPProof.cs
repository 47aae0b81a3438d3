namespace AuthKit.Proofs;

/// <summary>A proof that its key signed, for this request and not long ago (RFC 9449 §4.3).</summary>
/// <param name="Thumbprint">The key's thumbprint (RFC 7638).</param>
/// <param name="Id">The <c>jti</c>.</param>
/// <param name="TokenHash">The <c>ath</c>, where there is one.</param>
internal sealed record DPoPProof(string Thumbprint, string Id, string? TokenHash);
