using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.TwoFactor;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Owner;

/// <summary>What owners ask of their accounts, by the routes of document 001 unless said otherwise.</summary>
internal static class OwnerRequests
{
    /// <summary>Everything that owners can have.</summary>
    public static HostPlan Plan { get; } = new() { Build = static authKit => authKit.AddDevices().AddConnections().AddMyData() };

    public static Task<Answer> DevicesAsync(this TestHost host, string token, string? cursor = null) =>
        host.GetAsync($"/api/v1/devices{(cursor is null ? "" : $"?cursor={cursor}")}", Requests.Bearer(token));

    /// <summary>Every device, through all pages.</summary>
    public static async Task<List<JsonElement>> AllDevicesAsync(this TestHost host, string token)
    {
        var (all, cursor) = (new List<JsonElement>(), (string?)null);
        do
        {
            var page = await host.DevicesAsync(token, cursor);
            Assert.That(page.Status, Is.EqualTo(200), page.Body);
            var data = page.Json.GetProperty("data");
            all.AddRange(data.GetProperty("devices").EnumerateArray().Select(static device => device.Clone()));
            cursor = data.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);
        return all;
    }

    /// <summary>The device that asks.</summary>
    public static async Task<string> CurrentDeviceAsync(this TestHost host, string token) =>
        (await host.AllDevicesAsync(token)).Single(static device => device.GetProperty("current").GetBoolean()).GetProperty("id").GetString()!;

    public static Task<Answer> EndAsync(this TestHost host, string token, string device) => host.DeleteAsync($"/api/v1/devices/{device}", token);

    public static Task<Answer> EndOthersAsync(this TestHost host, string token) => host.PostJsonAsync("/api/v1/devices/end-others", "{}", Requests.Bearer(token));

    public static Task<Answer> NameAsync(this TestHost host, string token, string device, string? name) =>
        host.SendAsync(HttpMethod.Put, $"/api/v1/devices/{device}", Json(new JsonObject { ["name"] = name }), Requests.Bearer(token));

    public static Task<Answer> ExportAsync(this TestHost host, string token) => host.GetAsync("/api/v1/my-data", Requests.Bearer(token));

    public static Task<Answer> DeleteMyDataAsync(this TestHost host, string token) => host.DeleteAsync("/api/v1/my-data", token);

    public static Task<Answer> UndoDeletionAsync(this TestHost host, string secret) => host.PostJsonAsync("/api/v1/my-data/undo-deletion", $$"""{"token":"{{secret}}"}""");

    public static Task<Answer> ConnectionsAsync(this TestHost host, string token) => host.GetAsync("/api/v1/connections", Requests.Bearer(token));

    public static Task<Answer> WithdrawAsync(this TestHost host, string token, string client) => host.DeleteAsync($"/api/v1/connections/{Uri.EscapeDataString(client)}", token);

    public static Task<Answer> DeleteAsync(this TestHost host, string path, string token) => host.SendAsync(HttpMethod.Delete, path, content: null, Requests.Bearer(token));

    /// <summary>Asks a route of a contract, spelled its way.</summary>
    public static Task<Answer> AskAsync(this TwoFactorPaths paths, TestHost host, HttpMethod method, string path, string? token)
    {
        var content = method == HttpMethod.Post || method == HttpMethod.Put ? Json(paths.Contract == "message-code" ? new JsonArray(new JsonObject()) : new JsonObject()) : null;
        return host.SendAsync(method, paths.Path(path), content, token is null ? [] : [Requests.Bearer(token)]);
    }

    private static StringContent Json(JsonNode body) => new(body.ToJsonString(), Encoding.UTF8, MediaTypeNames.Application.Json);
}
