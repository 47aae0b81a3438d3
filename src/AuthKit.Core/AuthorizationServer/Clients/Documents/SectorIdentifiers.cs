using System.Text.Json;

namespace AuthKit.AuthorizationServer.Clients.Documents;

/// <summary>Who belongs to a sector (OpenID Connect Core 1.0 §8.1): whoever owns its address says so, so that no client learns what another sector's call a user.</summary>
internal sealed class SectorIdentifiers(ClientDocuments documents)
{
    /// <summary>Whether all redirect addresses of a client are listed at its <c>sector_identifier_uri</c> (OpenID Connect Dynamic Client Registration 1.0 §5), where it has one.</summary>
    public async ValueTask<bool> ListAsync(ClientMetadata metadata, CancellationToken cancellationToken)
    {
        if (metadata.SectorIdentifierUri is not { } address)
            return true;
        if (await documents.FindAsync(new(address), cancellationToken) is not { ValueKind: JsonValueKind.Array } listed)
            return false;
        var addresses = listed.EnumerateArray().Where(static each => each.ValueKind is JsonValueKind.String).Select(static each => each.GetString()!).ToHashSet(StringComparer.Ordinal);
        return metadata.RedirectUris!.All(addresses.Contains);
    }
}
