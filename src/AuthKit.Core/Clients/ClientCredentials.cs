namespace AuthKit.Clients;

/// <summary>What a client presents of itself.</summary>
/// <param name="Id">The <c>client_id</c>.</param>
/// <param name="Secret">The <c>client_secret</c>, where it has one.</param>
public sealed record ClientCredentials(string? Id, string? Secret)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(ClientCredentials);
}
