using AuthKit.Contracts.Tests.Harness;
using AuthKit.Hosting;
using AuthKit.Http;
using AuthKit.Pages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Fuzzing.Tests.Seeds;

/// <summary>What a host has mapped of AuthKit's, by the metadata of its endpoints.</summary>
internal static class Endpoints
{
    public static IEnumerable<RouteEndpoint> Of(TestHost host) => host.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<MappedPath>() is not null);

    public static IEnumerable<ContractPath> Contracts(TestHost host) => Of(host).Select(endpoint => endpoint.Metadata.GetMetadata<ContractPath>()).OfType<ContractPath>();

    public static IEnumerable<string> Pages(TestHost host) => Of(host).Where(endpoint => endpoint.Metadata.GetMetadata<PageEndpoint>() is not null).Select(Path);

    /// <summary>Those that are neither a contract's route nor a page, such as the key set.</summary>
    public static IEnumerable<(string Path, string Method)> Others(TestHost host) =>
        from endpoint in Of(host)
        where endpoint.Metadata.GetMetadata<ContractPath>() is null && endpoint.Metadata.GetMetadata<PageEndpoint>() is null
        from method in endpoint.Metadata.GetMetadata<MappedPath>()!.Methods
        select (Path(endpoint), method);

    /// <summary>Each path and method that a request is wanted for.</summary>
    public static IEnumerable<(string Path, string Method, RowCondition? Condition)> Wanted(TestHost host) => Of(host).SelectMany(endpoint =>
        endpoint.Metadata.GetMetadata<ContractPath>() is { } contract
            ? contract.Routes.Select(route => (Path(endpoint), route.Method, route.Condition))
            : endpoint.Metadata.GetMetadata<MappedPath>()!.Methods.Select(method => (Path(endpoint), method, (RowCondition?)null)));

    /// <summary>Whether a request's path is one of a pattern's, whose parts in braces are any.</summary>
    public static bool IsOf(string pattern, string path) =>
        pattern.Split('/') is var parts && path.Split('/') is var segments && parts.Length == segments.Length
        && parts.Zip(segments).All(static pair => pair.First == pair.Second || (pair.First.StartsWith('{') && pair.Second.Length > 0));

    // The metadata of interfaces is below its path as well.
    private static string Path(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.Replace("/{**path}", "", StringComparison.Ordinal);
}
