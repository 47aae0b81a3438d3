using AuthKit.AuthorizationServer.Clients;
using Microsoft.Extensions.Options;

namespace AuthKit.Features;

/// <summary>What people know clients by.</summary>
internal sealed class ClientNames(ClientRegistry clients, IOptions<AuthKitOptions> options)
{
    /// <summary>The name of each of these clients; its id where it is a contract or is gone. A client that has its name in a document of its own goes by the document's host, so that none is fetched.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
            names[id] = await OfAsync(id, cancellationToken);
        return names;
    }

    private async ValueTask<string> OfAsync(string id, CancellationToken cancellationToken)
    {
        if (options.Value.ContractNames.Contains(id))
            return id;
        if (Uri.TryCreate(id, UriKind.Absolute, out var document) && document.Scheme is "http" or "https")
            return document.Authority;
        return (await clients.FindAsync(id, cancellationToken))?.DisplayName ?? id;
    }
}
