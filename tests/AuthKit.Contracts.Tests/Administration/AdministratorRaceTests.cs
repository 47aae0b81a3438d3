using AuthKit.Contracts.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using static AuthKit.Contracts.Tests.Administration.Administrating;

namespace AuthKit.Contracts.Tests.Administration;

/// <summary>However many administrators turn on one another at once, one stays.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class AdministratorRaceTests(Engine engine)
{
    private const int Callers = 64;

    /// <param name="method">How the role goes.</param>
    /// <param name="path">The rest of the address.</param>
    /// <param name="body">The body.</param>
    /// <param name="ring">How many there are, each of whom turns on the next.</param>
    [TestCase("PUT", "/roles", """{"roles":[]}""", 2)]
    [TestCase("PUT", "/roles", """{"roles":[]}""", 5)]
    [TestCase("POST", "/disable", "{}", 2)]
    [TestCase("DELETE", "", null, 2)]
    public async Task Of_those_who_take_the_role_from_one_another_one_has_it_still(string method, string path, string? body, int ring)
    {
        await using var host = await TestHost.StartAsync(new() { Engine = engine, Build = authKit => authKit.AddAdministration() });
        var administrators = new List<(Pair Pair, Guid Id)>();
        for (var i = 0; i < ring; i++)
            administrators.Add((await AdministratorAsync(host, $"root{i}@example.com"), await IdOfAsync(host, $"root{i}@example.com")));

        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(i => host.AdminAsync(method, $"/users/{administrators[(i + 1) % ring].Id}{path}", administrators[i % ring].Pair.Access, body)));

        var left = (await UsersOf(host).ListAsync(new() { Role = "admin", Disabled = false }, null, default)).Value!.Users;
        Assert.That(left, Is.Not.Empty, string.Join(' ', answers.Select(static answer => answer.Status)));
        Assert.That(answers.Select(static answer => answer.Status), Is.All.AnyOf(200, 204, 401, 403, 404, 409));
    }
}
