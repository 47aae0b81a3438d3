using AuthKit;
using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Pages;
using AuthKit.Contracts;
using AuthKit.Features;
using AuthKit.Hosting;
using AuthKit.Http;
using AuthKit.Pages;
using AuthKit.Pages.Passwords;
using AuthKit.Records;
using AuthKit.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps AuthKit's routes.</summary>
public static class AuthKitEndpointRouteBuilderExtensions
{
    private const string JwksPath = "/.well-known/jwks.json";

    private static readonly CorsRoute Keys = new(CorsAccess.Anyone, HttpMethods.Get);

    /// <summary>
    /// Maps every contract that was added, or the <see cref="LaravelContract"/> where none was, and <c>/.well-known/jwks.json</c>. Where
    /// the options name no page for mailed links (<c>Mail.ResetUrl</c>), AuthKit's own is served at <c>/reset-password</c>, unless the
    /// host has an endpoint there.
    /// </summary>
    /// <returns>All of these endpoints, so that the host can give them CORS, metadata, or limits of its own.</returns>
    public static IEndpointConventionBuilder MapAuthKit(this IEndpointRouteBuilder endpoints)
    {
        var contracts = Registry(endpoints).All;
        return Map(endpoints, contracts.Count > 0 ? contracts : [new LaravelContract()]);
    }

    /// <summary>Maps one contract by its name, and <c>/.well-known/jwks.json</c>.</summary>
    /// <exception cref="ArgumentException">No contract of this name was added.</exception>
    public static IEndpointConventionBuilder MapAuthKit(this IEndpointRouteBuilder endpoints, string contract) =>
        Map(endpoints, [Registry(endpoints).Named(contract)]);

    private static ContractRegistry Registry(IEndpointRouteBuilder endpoints) => endpoints.ServiceProvider.GetService<ContractRegistry>()
        ?? throw new InvalidOperationException("MapAuthKit was called and AddAuthKit was not; call builder.Services.AddAuthKit(…) before builder.Build().");

    private static CompositeConventions Map(IEndpointRouteBuilder endpoints, IReadOnlyList<Contract> contracts)
    {
        Registry(endpoints).Mapped = true;
        List<IEndpointConventionBuilder> mapped = [.. contracts.SelectMany(contract => Map(endpoints, contract))];
        if (!NamesResetPage(endpoints.ServiceProvider) && !Has(endpoints, PasswordPages.Reset))
            mapped.AddRange(PasswordPages.All.Select(page => MapPage(endpoints, contracts[0], page, page.Path, served: null)));
        if (contracts.FirstOrDefault(static contract => contract is AccountContract) is { } account && !NamesLinkPage(endpoints.ServiceProvider) && new LinkAccountPage() is var link && !Has(endpoints, link.Path))
            mapped.Add(MapPage(endpoints, account, link, link.Path, served: null));
        mapped.AddRange(endpoints.ServiceProvider.GetServices<Feature>().SelectMany(feature => feature.Pages).SelectMany(page => MapOfFeature(endpoints, contracts, page)));
        if (!Registry(endpoints).ServesFeatures)
        {
            Registry(endpoints).ServesFeatures = true;
            mapped.AddRange(endpoints.ServiceProvider.GetServices<Feature>().SelectMany(feature => feature.MapHost(endpoints)));
        }

        if (contracts.Any(static contract => contract is OAuthContract) && !Has(endpoints, ResourceMetadata.Pattern))
        {
            Registry(endpoints).ServesMetadata = true;
            mapped.Add(endpoints.MapGet(ResourceMetadata.Pattern, ResourceMetadata.AnswerAsync).WithMetadata(new MappedPath("AuthKit's resource metadata", [HttpMethods.Get])).ExcludeFromDescription());
        }

        if (!Has(endpoints, JwksPath))
            mapped.Add(endpoints.MapMethods(JwksPath, [HttpMethods.Get, HttpMethods.Options], PublishKeysAsync).WithMetadata(new MappedPath("AuthKit's key set", [HttpMethods.Get]), Keys).ExcludeFromDescription());
        return new(mapped);
    }

    /// <summary>A feature's page beside those of contracts that people sign in at, and where mails lead to it.</summary>
    private static IEnumerable<IEndpointConventionBuilder> MapOfFeature(IEndpointRouteBuilder endpoints, IReadOnlyList<Contract> contracts, Page page)
    {
        foreach (var contract in contracts.Where(static contract => contract.Pages.Any(static known => known.Path == OAuthPages.SignIn)))
        {
            if (!Has(endpoints, contract.Prefix + page.Path))
                yield return MapPage(endpoints, contract, page, contract.Prefix + page.Path, served: null);
        }

        if (!Has(endpoints, page.Path))
            yield return MapPage(endpoints, contracts[0], page, page.Path, served: null);
    }

    private static IEnumerable<IEndpointConventionBuilder> Map(IEndpointRouteBuilder endpoints, Contract contract)
    {
        var issuerPath = IssuerPath.Of(endpoints.ServiceProvider.GetRequiredService<IOptions<AuthKitOptions>>().Value.Issuer);
        var owner = $"contract '{contract.Name}'";
        foreach (var path in contract.Rows(endpoints.ServiceProvider.GetServices<Feature>()).GroupBy(row => row.Path))
        {
            var pattern = contract.PathOf(path.Key);
            var endpoint = new ContractEndpoint(contract, [.. path], endpoints.ServiceProvider);
            RequestDelegate answer = endpoint.InvokeAsync;
            object[] cors = endpoint.CorsRoute is { } route ? [route] : [];
            var served = new MappedPath(owner, [.. path.Select(row => row.Method).Distinct()]);
            if (issuerPath.Length > 0 && IssuerPath.IsMetadata(pattern))
            {
                yield return endpoints.Map(pattern + issuerPath, answer).WithMetadata([served, .. cors]).ExcludeFromDescription().WithDisplayName($"AuthKit {contract.Name} {pattern}{issuerPath}");
                answer = IssuerPath.Checked(issuerPath, answer, endpoints.ServiceProvider.GetRequiredService<ILogger<ContractEndpoint>>());
            }

            yield return endpoints.Map(pattern, answer)
                .WithMetadata([served, ContractPath.Of(contract, path.Key, path), .. cors])
                .WithDisplayName($"AuthKit {contract.Name} {pattern}");
        }

        foreach (var page in contract.Pages)
        {
            var pattern = contract.Prefix + page.Path;
            yield return MapPage(endpoints, contract, page, pattern, new MappedPath(owner, page.Methods));
        }
    }

    private static bool NamesResetPage(IServiceProvider services) =>
        services.GetRequiredService<IOptions<AuthKitOptions>>().Value.Mail.ResetUrl is { } page && page != DevelopmentDefaults.ResetPage(services.GetRequiredService<IConfiguration>());

    private static bool NamesLinkPage(IServiceProvider services) => services.GetRequiredService<IOptions<AuthKitOptions>>().Value.Mail.LinkUrl is not null;

    private static bool Has(IEndpointRouteBuilder endpoints, string pattern) =>
        endpoints.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Any(endpoint => endpoint.RoutePattern.RawText == pattern);

    /// <param name="endpoints">The host's endpoints.</param>
    /// <param name="contract">Whose phrases and password rules the page has.</param>
    /// <param name="page">The page.</param>
    /// <param name="pattern">Its path.</param>
    /// <param name="served">What the host's own endpoints may not take the place of; null where any of them comes first.</param>
    private static IEndpointConventionBuilder MapPage(IEndpointRouteBuilder endpoints, Contract contract, Page page, string pattern, MappedPath? served)
    {
        var endpoint = new PageEndpoint(contract, page, endpoints.ServiceProvider);
        var mapped = endpoints.Map(pattern, endpoint.InvokeAsync)
            .WithMetadata(endpoint)
            .ExcludeFromDescription()
            .WithDisplayName($"AuthKit {contract.Name} {pattern}");
        return served is null ? mapped.WithOrder(int.MaxValue) : mapped.WithMetadata(served);
    }

    private static async Task PublishKeysAsync(HttpContext http)
    {
        var cors = http.RequestServices.GetRequiredService<CorsReplies>();
        if (HttpMethods.IsOptions(http.Request.Method))
        {
            await cors.AnswerPreflightAsync(http, Keys);
            return;
        }

        ReplyWriter.WriteDataHeaders(http.Response);
        if (CorsReplies.AreAsked(http.Request))
            await cors.ExposeAsync(http, Keys);
        try
        {
            var outcome = await DatabaseTime.LimitAsync(http, time => Flows.PublishKeys.RunAsync(http.RequestServices, new(), new() { ClientId = "" }, time));
            // A key is published an hour before it signs.
            http.Response.Headers.CacheControl = "public, max-age=300";
            if (outcome.Succeeded(out var set, out _))
                await http.Response.WriteAsJsonAsync(new PublishedKeys(set.Keys), ReplyJson.Default.PublishedKeys, cancellationToken: http.RequestAborted);
        }
        catch (StoreUnavailableException)
        {
            http.Response.Headers.RetryAfter = "1";
            http.Response.Headers.CacheControl = "no-store";
            await Results.Problem("The service is unavailable. Try again later.", statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(http);
        }
    }
}
