using System.Text.Json;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Features.AuditLog;
using Microsoft.Extensions.DependencyInjection;
using static AuthKit.Contracts.Tests.Harness.Requests;

namespace AuthKit.Contracts.Tests.AuditLog;

/// <summary>An owner sees what happened to an account, on every engine; nobody else does.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class ActivityTests(Engine engine)
{
    private const string Route = "/api/v1/activity";

    [Test]
    public async Task Nobody_gets_at_another_s()
    {
        await using var host = await StartAsync();
        var anna = await Pair.RegisterAsync(host);
        var ben = await Pair.RegisterAsync(host, "ben@example.com");
        var shop = await OAuthTokens.ObtainAsync(host, OAuthClients.Shop);

        var bens = await host.GetAsync(Route, Bearer(ben.Access));
        var thirds = await host.GetAsync(Route, Bearer(shop.Access));

        Assert.That(bens.Status, Is.EqualTo(200), bens.Body);
        Assert.That(EventsOf(bens), Is.EqualTo(new[] { "SignedIn", "Registered" }));
        Assert.That(thirds.Status, Is.EqualTo(403), thirds.Body);
        Assert.That(EventsOf(await host.GetAsync(Route, Bearer(anna.Access))), Does.Contain("ConsentGranted").And.Contain("CodeRedeemed"));
    }

    [Test]
    public async Task Pages_hold_still_on_every_engine_while_more_is_added()
    {
        await using var host = await StartAsync();
        var anna = await Pair.RegisterAsync(host);
        for (var i = 0; i < 5; i++)
            await Pair.SignInAsync(host);
        var all = IdsOf(await host.GetAsync(Route, Bearer(anna.Access)));
        var (seen, next) = (new List<string>(), "");
        do
        {
            var page = await host.GetAsync($"{Route}?limit=2{next}", Bearer(anna.Access));
            seen.AddRange(IdsOf(page));
            next = page.Member("data.next") is { Length: > 0 } cursor ? $"&cursor={cursor}" : "";
            await Pair.SignInAsync(host);
        }
        while (next.Length > 0);

        Assert.That(all, Has.Length.EqualTo(7));
        Assert.That(seen, Is.EqualTo(all));
    }

    [Test]
    public async Task Of_64_sign_ins_at_once_every_one_is_kept()
    {
        await using var host = await StartAsync();
        var anna = await Pair.RegisterAsync(host);

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Pair.SignInAsync(host)));

        Assert.That(IdsOf(await host.GetAsync($"{Route}?limit=200", Bearer(anna.Access))), Has.Length.EqualTo(66).And.Unique);
    }

    [Test]
    public async Task Erasing_and_sweeping_work_on_every_engine()
    {
        await using var host = await StartAsync();
        var anna = await Pair.RegisterAsync(host);
        var log = host.Services.GetRequiredService<IAuditLog>();
        var userId = (await log.ListAsync(new(), default)).Value!.Entries[0].UserId!.Value;

        var erased = await log.EraseAsync("", userId, default);

        Assert.That(erased, Is.EqualTo(2));
        var page = await host.GetAsync(Route, Bearer(anna.Access));
        Assert.That(JsonDocument.Parse(page.Body).RootElement.GetProperty("data").GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("address").ValueKind), Is.All.EqualTo(JsonValueKind.Null));
    }

    private static string[] EventsOf(Answer answer) => Of(answer, "event");

    private static string[] IdsOf(Answer answer) => Of(answer, "id");

    private static string[] Of(Answer answer, string member) =>
        [.. JsonDocument.Parse(answer.Body).RootElement.GetProperty("data").GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty(member).GetString()!)];

    private Task<TestHost> StartAsync() => TestHost.StartAsync(new() { Engine = engine, Build = authKit => authKit.AddAuditLog() });
}
