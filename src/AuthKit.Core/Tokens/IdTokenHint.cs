namespace AuthKit.Tokens;

/// <summary>Whom an id token was about, when a client hands it back.</summary>
/// <param name="Subject">The <c>sub</c>.</param>
/// <param name="ClientId">The <c>aud</c>.</param>
/// <param name="SessionId">The <c>sid</c>.</param>
/// <param name="Tenant">The <c>tid</c>.</param>
internal sealed record IdTokenHint(string Subject, string ClientId, Guid SessionId, string Tenant)
{
    /// <summary>The <c>exp</c>.</summary>
    public DateTimeOffset ExpiresAt { get; init; }
}
