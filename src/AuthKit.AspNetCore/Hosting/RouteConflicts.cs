using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Hosting;

/// <summary>
/// Refuses to start where a path of AuthKit's is mapped a second time: two contracts would answer each request with 500, and an
/// endpoint of the host's own would take AuthKit's place without a word.
/// </summary>
internal sealed class RouteConflicts : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        // Every endpoint is mapped by now, whatever the order of the calls.
        string[] errors = [.. Among([.. app.ApplicationServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()])];
        if (errors.Length > 0)
            throw new InvalidOperationException(string.Join(Environment.NewLine, errors));
    };

    private static IEnumerable<string> Among(IReadOnlyList<RouteEndpoint> endpoints)
    {
        // A page of the last order gives way to any other endpoint.
        foreach (var same in endpoints.Where(static endpoint => endpoint.Order != int.MaxValue).GroupBy(endpoint => Shape(endpoint.RoutePattern)).Where(group => group.Count() > 1))
        {
            if (same.FirstOrDefault(endpoint => endpoint.Metadata.GetMetadata<MappedPath>() is not null) is not { } first)
                continue;
            var ours = first.Metadata.GetMetadata<MappedPath>()!;
            foreach (var other in same.Where(other => other != first && Meet(ours, first, other)))
                yield return Owner(other) == ours.Owner ? $"The path '{first.RoutePattern.RawText}' of {ours.Owner} is mapped twice. Call MapAuthKit once, or once for each contract by its name." : $"The path '{first.RoutePattern.RawText}' is mapped by {ours.Owner} and by {Owner(other)}. Give the contract a Prefix, map one contract by its name (MapAuthKit(name)), or move the host's own endpoint.";
        }
    }

    private static string Owner(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<MappedPath>()?.Owner ?? $"the host's own endpoint '{endpoint.DisplayName}'";

    // Endpoints of two hosts (RequireHost) never meet.
    private static bool Meet(MappedPath ours, RouteEndpoint one, RouteEndpoint other) =>
        Methods(other) is var methods && (methods.Count == 0 || methods.Intersect(ours.Methods, StringComparer.OrdinalIgnoreCase).Any())
        && (Hosts(one).Count == 0 || Hosts(other).Count == 0 ? Hosts(one).Count == Hosts(other).Count : Hosts(one).Intersect(Hosts(other), StringComparer.OrdinalIgnoreCase).Any());

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<MappedPath>()?.Methods ?? endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];

    private static IReadOnlyList<string> Hosts(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHostMetadata>()?.Hosts ?? [];

    private static string Shape(RoutePattern pattern) => string.Join('/', pattern.PathSegments.Select(static segment => string.Concat(segment.Parts.Select(static part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content.ToUpperInvariant(),
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart { IsCatchAll: true } => "{*}",
        _ => "{}",
    }))));
}
