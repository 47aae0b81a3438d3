using AuthKit.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the list of connections without a web framework.</summary>
public static class ConnectionCoreExtensions
{
    /// <summary>Adds the flows of connections. On ASP.NET Core call <c>AddConnections</c> instead. It is idempotent.</summary>
    public static AuthKitBuilder AddConnectionsCore(this AuthKitBuilder builder)
    {
        builder.Services.TryAddSingleton<ClientNames>();
        return builder;
    }
}
