using System.Security.Claims;
using System.Text;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.ApiKeys;

/// <summary>A host whose endpoints programs call by API keys.</summary>
internal static class NotesHost
{
    public const string Read = "notes.read";
    public const string Write = "notes.write";
    public const string Keys = "/api/v1/api-keys";

    public static HostPlan Plan { get; } = new()
    {
        Build = authKit => authKit.AddApiKeys(Read, Write),
        Map = app =>
        {
            app.MapGet("/notes", (ClaimsPrincipal user) => user.Claims.ToDictionary(claim => claim.Type, claim => claim.Value)).RequireAuthorization(policy => policy.RequireScope(Read));
            app.MapPost("/notes", () => "in").RequireAuthorization(policy => policy.RequireScope(Write));
            app.MapGet("/fresh", () => "in").RequireAuthorization(policy => policy.RequireScope(Read).RequireRecentProof(TimeSpan.FromMinutes(5)));
            app.MapGet("/role", () => "in").RequireAuthorization(policy => policy.RequireScope(Read).RequireRole("admin"));
            app.MapGet("/allowed", () => "in").RequireAuthorization().AllowApiKeys();
            app.MapGet("/attribute", [Authorize, AllowApiKeys] () => "in");
        },
    };

    public static Task<TestHost> StartAsync(HostPlan? changes = null) => TestHost.StartAsync(changes is null ? Plan : Plan.And(changes));

    public static Task<Answer> CreateAsync(TestHost host, string token, string scopes = $"\"{Read}\"", string more = "") =>
        host.PostJsonAsync(Keys, $$"""{"name":"Backup","scopes":[{{scopes}}]{{more}}}""", Requests.Bearer(token));

    public static Task<Answer> RotateAsync(TestHost host, string token, string id, string body = "{}") => host.PostJsonAsync($"{Keys}/{id}/rotation", body, Requests.Bearer(token));

    public static Task<Answer> RevokeAsync(TestHost host, string token, string id) => host.SendAsync(HttpMethod.Delete, $"{Keys}/{id}", null, Requests.Bearer(token));

    public static Task<Answer> RenameAsync(TestHost host, string token, string id) =>
        host.SendAsync(HttpMethod.Put, $"{Keys}/{id}", new StringContent("""{"name":"Other"}""", Encoding.UTF8, "application/json"), Requests.Bearer(token));

    public static Task<Answer> ListAsync(TestHost host, string token) => host.GetAsync(Keys, Requests.Bearer(token));

    /// <summary>The status that the endpoint for notes answers a key with.</summary>
    public static async Task<int> CallAsync(TestHost host, string key) => (await host.GetAsync("/notes", Requests.Bearer(key))).Status;
}

/// <summary>A key and its id, through document 001.</summary>
internal sealed record MadeKey(string Id, string Text)
{
    public static MadeKey Of(Answer answer)
    {
        Assert.That(answer.Status, Is.AnyOf(200, 201), answer.Body);
        return new(answer.Member("data.id")!, answer.Member("data.key")!);
    }

    public static async Task<MadeKey> CreateAsync(TestHost host, string token, string scopes = $"\"{NotesHost.Read}\"", string more = "") => Of(await NotesHost.CreateAsync(host, token, scopes, more));
}
