using AuthKit.Contracts.Tests.Harness;
using AuthKit.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Coverage;

/// <summary>What a running host serves, by the metadata of its endpoints.</summary>
internal static class ServedRoutes
{
    public static async Task<List<DocumentedRoute>> ListAsync()
    {
        await using var host = await TestHost.StartAsync();
        return [.. PathsOf(host).SelectMany(path => path.Routes.Select(route => new DocumentedRoute(path.Contract, route.Method, path.Path, "") { Condition = route.Condition }))];
    }

    public static IEnumerable<ContractPath> PathsOf(TestHost host) =>
        host.Services.GetRequiredService<EndpointDataSource>().Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<ContractPath>()).OfType<ContractPath>();
}
