using AuthKit.AuthorizationServer;
using AuthKit.Hosting;
using AuthKit.Http;
using AuthKit.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AuthKit.Fuzzing.Tests.Judging;

/// <summary>A header on every reply that says which endpoint routing chose, so that nobody has to guess it from a spoilt target.</summary>
internal static class ServedBy
{
    public const string Header = "X-Served-By";

    public const string Page = "page", Keys = "keys", Metadata = "metadata", Nobody = "nobody", Host = "host";

    public static void Map(WebApplication app) => app.Use((http, next) =>
    {
        http.Response.Headers[Header] = Of(http.GetEndpoint());
        return next(http);
    });

    private static string Of(Endpoint? endpoint) => endpoint switch
    {
        null => Nobody,
        _ when endpoint.Metadata.GetMetadata<ContractPath>() is { } contract => contract.Contract,
        _ when endpoint.Metadata.GetMetadata<PageEndpoint>() is not null => Page,
        RouteEndpoint { RoutePattern.RawText: ResourceMetadata.Pattern } => Metadata,
        _ when endpoint.Metadata.GetMetadata<MappedPath>() is not null => Keys,
        _ => Host,
    };
}
