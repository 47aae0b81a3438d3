using System.Diagnostics.CodeAnalysis;

namespace AuthKit.AuthorizationServer.Clients.Documents;

/// <summary>Client ids that are the addresses of documents (draft-ietf-oauth-client-id-metadata-document §3).</summary>
internal static class DocumentAddress
{
    private const string Https = "https://";

    /// <summary>
    /// Whether an id is such an address: https, with a path, without query, fragment, user information and dot segments, and spelled in the
    /// one way in which it is fetched, so that no two ids are one client. A query is left to the draft's SHOULD NOT: any number of them
    /// would be one document.
    /// </summary>
    public static bool TryParse(string id, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        if (!id.StartsWith(Https, StringComparison.Ordinal) || !ClientFields.IsId(id) || id.AsSpan().ContainsAny('?', '#', '@')
            || !Uri.TryCreate(id, UriKind.Absolute, out var uri) || uri.AbsolutePath.Length <= 1 || uri.AbsoluteUri != id)
            return false;
        address = uri;
        return true;
    }
}
