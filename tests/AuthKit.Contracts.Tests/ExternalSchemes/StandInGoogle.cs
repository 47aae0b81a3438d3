using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace AuthKit.Contracts.Tests.ExternalSchemes;

/// <summary>A provider of OAuth 2.0 on the loopback interface, which tells of somebody what Google or Microsoft would: it checks the client, the address and the verifier.</summary>
internal sealed class StandInGoogle : IAsyncDisposable
{
    public const string ClientId = "app-id", ClientSecret = "the secret of the app there";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (string Address, string Challenge)> _codes = new();

    private StandInGoogle(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>What it tells of whoever comes.</summary>
    public JsonObject Person { get; set; } = [];

    public static async Task<StandInGoogle> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var google = new StandInGoogle(app);
        app.MapGet("/authorize", google.Authorize);
        app.MapPost("/token", google.TokenAsync);
        app.MapGet("/userinfo", (HttpRequest request) => request.Headers.Authorization == "Bearer google-access-token" ? Results.Content(google.Person.ToJsonString(), "application/json") : Results.Unauthorized());
        await app.StartAsync();
        return google;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private IResult Authorize(HttpRequest request)
    {
        var asked = request.Query;
        if (asked["client_id"] != ClientId || asked["response_type"] != "code" || asked["code_challenge_method"] != "S256")
            return Results.BadRequest();
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = (asked["redirect_uri"].ToString(), asked["code_challenge"].ToString());
        return Results.Redirect(QueryHelpers.AddQueryString(asked["redirect_uri"].ToString(), new Dictionary<string, string?> { ["code"] = code, ["state"] = asked["state"] }));
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var sent = await request.ReadFormAsync();
        var isRight = _codes.TryRemove(sent["code"].ToString(), out var known)
            && sent["redirect_uri"] == known.Address
            && WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(sent["code_verifier"].ToString()))) == known.Challenge
            && sent["client_id"] == ClientId && sent["client_secret"] == ClientSecret;
        return isRight
            ? Results.Content("""{"access_token":"google-access-token","token_type":"Bearer","expires_in":3600}""", "application/json")
            : Results.Content("""{"error":"invalid_grant"}""", "application/json", Encoding.UTF8, StatusCodes.Status400BadRequest);
    }
}
