namespace AuthKit.AuthorizationServer.Clients;

/// <summary>What a client presents of itself.</summary>
/// <param name="Id">The <c>client_id</c>.</param>
/// <param name="Secret">The <c>client_secret</c>, where it has one.</param>
public sealed record ClientCredentials(string? Id, string? Secret)
{
    /// <summary>Whether the secret came in the <c>Authorization</c> header rather than among the fields (RFC 6749 §2.3.1).</summary>
    public bool InHeader { get; init; }

    /// <summary>The <c>client_assertion_type</c> (RFC 7521 §4.2).</summary>
    public string? AssertionType { get; init; }

    /// <summary>The <c>client_assertion</c> (RFC 7523 §2.2).</summary>
    public string? Assertion { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(ClientCredentials);
}
