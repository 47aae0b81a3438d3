using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer.Clients.Documents;

/// <summary>Clients whose id is the address of a document that says what they are (draft-ietf-oauth-client-id-metadata-document), where the host takes them.</summary>
internal sealed class DocumentClients(ClientDocuments documents, SectorIdentifiers sectors, ScopePolicy scopes, IOptions<AuthKitOptions> options, ILogger<DocumentClients> logger)
{
    /// <summary>Where the document of such a client is; null for any other id.</summary>
    public Uri? AddressOf(string id) => options.Value.OAuth.ClientIdMetadataDocuments && DocumentAddress.TryParse(id, out var address) ? address : null;

    /// <summary>The client; null where its document cannot be had, or does not say what it has to.</summary>
    public async ValueTask<Client?> FindAsync(Uri address, CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(address, cancellationToken) is not { } document)
            return null;
        var (metadata, wrong) = Read(address, document);
        if (wrong is null && !await sectors.ListAsync(metadata!, cancellationToken))
            wrong = "sector_identifier_uri";
        var client = wrong is null ? ToClient(address, metadata!) : null;
        if (client is not null && options.Value.OAuth.Profile is SecurityProfile.Fapi2)
            wrong = Fapi2ClientRules.Broken(client).Select(static broken => broken.Member).FirstOrDefault();
        if (wrong is null)
            return client;
        logger.NotUsable(address.AbsoluteUri, wrong);
        return null;
    }

    private (ClientMetadata? Metadata, string? Wrong) Read(Uri address, JsonElement document)
    {
        // §4.1: whoever may write to a server speaks for the addresses on it that they can write, and for no other.
        if (document.ValueKind is not JsonValueKind.Object || !document.TryGetProperty("client_id", out var id) || id.ValueKind is not JsonValueKind.String || id.GetString() != address.AbsoluteUri)
            return (null, "client_id");
        // §4.1: everybody reads the document.
        if (document.TryGetProperty("client_secret", out _) || document.TryGetProperty("client_secret_expires_at", out _))
            return (null, "client_secret");
        try
        {
            var metadata = document.Deserialize(ClientMetadataJson.Default.ClientMetadata)!;
            return (metadata, DocumentRules.Wrong(metadata, options.Value.OAuth));
        }
        catch (JsonException e)
        {
            return (null, e.Path ?? "");
        }
    }

    private Client ToClient(Uri address, ClientMetadata metadata)
    {
        var known = (metadata with
        {
            AuthenticationMethod = DocumentRules.MethodOf(metadata),
            GrantTypes = DocumentRules.GrantsOf(metadata),
            ResponseTypes = null,
            RedirectUris = DocumentRules.RedirectUrisOf(metadata),
            PostLogoutRedirectUris = [.. (metadata.PostLogoutRedirectUris ?? []).Where(static address => address is not null && RedirectUri.IsAcceptable(address))],
            IdTokenAlgorithm = DocumentRules.IdTokenAlgorithmOf(metadata),
            Scope = ScopeOf(metadata),
        }).ToClient(address.AbsoluteUri, secretHash: null);
        known.Document = address;
        return known;
    }

    // Few documents name the scopes of one server's interfaces: without, the client may ask for any, and its user is asked each time.
    private string ScopeOf(ClientMetadata metadata) =>
        Tokens.Scopes.Join(metadata.Scope is null ? scopes.All : Tokens.Scopes.Split(metadata.Scope).Intersect(scopes.All));
}
