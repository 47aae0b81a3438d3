using AuthKit.Features.Connections;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the list of connections to AuthKit.</summary>
public static class ConnectionsExtensions
{
    /// <summary>Lets owners see which clients of others may act for them, and take that back. It is idempotent.</summary>
    public static AuthKitBuilder AddConnections(this AuthKitBuilder builder) => builder.AddConnectionsCore().AddFeature(new ConnectionsFeature());
}
