using System.Net.Mime;
using System.Text;
using AuthKit.Administration;
using AuthKit.Contracts.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Administration;

/// <summary>What administrators ask a host, in AuthKit's own contract.</summary>
internal static class Administrating
{
    public const string Administrator = "root@example.com";
    public const string Base = "/account/admin";

    /// <summary>Makes an account of the home database, and gives it the role behind its token's back.</summary>
    public static async Task<Pair> AdministratorAsync(TestHost host, string email = Administrator)
    {
        var pair = await Pair.RegisterAsync(host, email);
        await SetRolesAsync(host, email, ["admin"]);
        return pair;
    }

    public static IUsers UsersOf(TestHost host) => host.Services.GetRequiredService<IUsers>();

    public static async Task<Guid> IdOfAsync(TestHost host, string email, string? tenant = null) => (await UsersOf(host).FindByNameAsync(email, tenant, default))!.Id;

    public static async Task SetRolesAsync(TestHost host, string email, string[] roles, string? tenant = null)
    {
        var outcome = await UsersOf(host).SetRolesAsync(await IdOfAsync(host, email, tenant), roles, tenant, default);
        Assert.That(outcome.Failure, Is.Null);
    }

    public static Task<Answer> AdminAsync(this TestHost host, string method, string path, string? token, string? json = null, params (string Name, string Value)[] headers) => host.SendAsync(
        new(method),
        Base + path,
        json is null ? null : new StringContent(json, Encoding.UTF8, MediaTypeNames.Application.Json),
        token is null ? headers : [Requests.Bearer(token), .. headers]);
}
