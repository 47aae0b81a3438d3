using AuthKit.Http;

namespace AuthKit.Features.Connections;

/// <summary>Owners of accounts see which clients of others may act for them, and take that back.</summary>
internal sealed class ConnectionsFeature() : Feature("connections")
{
    public override void Map(FeatureRoutes routes)
    {
        routes.Get("connections", ConnectionFlows.List, static r => new(r.Bearer), ConnectionList.Of);
        routes.Delete("connections/{clientId}", ConnectionFlows.Withdraw, static r => new(r.Bearer, ClientOf(r.Route("clientId"))));
    }

    // The server leaves an escaped slash as it is, and a client's id may be the address of its document.
    private static string? ClientOf(string? segment) => segment?.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
