using System.Collections.Concurrent;
using AuthKit.AuthorizationServer;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Replay;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace AuthKit.Contracts.Tests.ApiDescription;

/// <summary>The documents of hosts that describe all six contracts and endpoints of their own.</summary>
internal static class DescribedHosts
{
    private static readonly ConcurrentDictionary<string, Task<ApiDocument>> Documents = new();

    private static HostPlan Plan => new()
    {
        Options = options => options.OAuth.Scopes.Add(new ApiScope { Name = "stock.read", Description = "Read what is in stock" }),
        Services = services =>
        {
            services.AddOpenApi(openApi => openApi.AddAuthKit());
            services.AddOpenApi("older", openApi => openApi.AddAuthKit().OpenApiVersion = OpenApiSpecVersion.OpenApi3_0);
        },
        Map = app =>
        {
            app.MapOpenApi();
            app.MapGet("/stock", () => "").RequireAuthorization(policy => policy.RequireScope("stock.read"));
            app.MapGet("/open", () => "");
            app.MapGet("/open-after-all", () => "").RequireAuthorization().AllowAnonymous();
            app.MapGet("/cookies-alone", () => "").RequireAuthorization(policy => policy.AddAuthenticationSchemes(AuthKit.Security.AuthKitDefaults.BrowserScheme).RequireAuthenticatedUser());
        },
    };

    public static Task<ApiDocument> UsualAsync() => Documents.GetOrAdd("", _ => ReadAsync(new(), "v1"));

    public static Task<ApiDocument> OlderAsync() => Documents.GetOrAdd("older", _ => ReadAsync(new(), "older"));

    /// <summary>The document of the host that a transcript is replayed on.</summary>
    public static Task<ApiDocument> OfAsync(Transcript transcript) => transcript.With.Count == 0
        ? UsualAsync()
        : Documents.GetOrAdd(string.Join(' ', transcript.With), _ => ReadAsync(Variants.Of(transcript, Engine.Sqlite), "v1"));

    private static async Task<ApiDocument> ReadAsync(HostPlan plan, string name)
    {
        await using var host = await TestHost.StartAsync(plan.And(Plan));
        return new(await host.Http.GetStringAsync($"/openapi/{name}.json"));
    }
}
