using AuthKit.AuthorizationServer;
using AuthKit.Http;
using AuthKit.Http.Reading;
using AuthKit.Records;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace AuthKit.Security;

/// <summary>
/// Lets pages of other origins read the replies of a <see cref="CorsRoute"/>, by the framework's CORS service. The endpoint asks it
/// rather than middleware, because the client is known from the request's body alone, and so that no host can forget it.
/// </summary>
internal sealed class CorsReplies(ICorsService cors)
{
    private static readonly FlowContext Context = new() { ClientId = "" };

    /// <summary>Whether a page of another origin asks, as far as its browser tells.</summary>
    public static bool AreAsked(HttpRequest request) => request.Headers.Origin.Count > 0;

    /// <summary>Whether a browser asks first whether its page may (Fetch Standard §3.2.2).</summary>
    public static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && AreAsked(request) && request.Headers.ContainsKey(HeaderNames.AccessControlRequestMethod);

    /// <summary>Keeps with a request which client it names, so that its reply can be exposed, whatever becomes of it.</summary>
    public static void Remember(HttpContext http, IReadOnlyDictionary<string, WireValue> body)
    {
        var request = new WireRequest(http.Request, body);
        http.Features.Set(new Caller(new CheckOrigin("") { AccessToken = request.BearerOrField("access_token"), Client = request.ClientByAnyMethod() }));
    }

    /// <summary>What a browser is told that asks first; null where its page may not.</summary>
    public static Task<CorsPolicy?> OfPreflightAsync(HttpContext http, CorsRoute route) => PolicyAsync(http, route, new("") { IsPreflight = true });

    /// <summary>Answers a browser that asks first.</summary>
    public async Task AnswerPreflightAsync(HttpContext http, CorsRoute route)
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        Apply(http, await OfPreflightAsync(http, route));
    }

    /// <summary>Lets the page that asked read the reply, where it may.</summary>
    public async Task ExposeAsync(HttpContext http, CorsRoute route)
    {
        // What the host's own middleware allows, it writes itself.
        if (http.Features.Get<AllowedByHost>() is not null)
            return;
        var command = http.Features.Get<Caller>()?.Command ?? new("");
        Apply(http, await PolicyAsync(http, route, command with { Registers = route.Access is CorsAccess.Registration }));
    }

    private static async Task<CorsPolicy?> PolicyAsync(HttpContext http, CorsRoute route, CheckOrigin command)
    {
        if (route.Access is CorsAccess.Anyone)
            return route.ToAnyone;
        if (http.Request.Headers.Origin is not [{ } origin])
            return null;
        try
        {
            var outcome = await DatabaseTime.LimitAsync(http, time => OAuthFlows.CheckOrigin.RunAsync(http.RequestServices, command with { Origin = origin }, Context, time));
            return outcome.Value switch
            {
                { Anyone: true } => route.ToAnyone,
                { Allowed: true } => route.ToOrigin,
                _ => null,
            };
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    private void Apply(HttpContext http, CorsPolicy? policy)
    {
        if (policy is not null)
            cors.ApplyResult(cors.EvaluatePolicy(http, policy), http.Response);
        else
            http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Origin);
    }

    private sealed record Caller(CheckOrigin Command);

    /// <summary>A feature of requests to which the host's own policy has said yes.</summary>
    public sealed class AllowedByHost
    {
        public static AllowedByHost Instance { get; } = new();
    }
}
