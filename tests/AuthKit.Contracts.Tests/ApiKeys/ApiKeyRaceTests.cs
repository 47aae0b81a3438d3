using AuthKit.Contracts.Tests.Harness;
using static AuthKit.Contracts.Tests.ApiKeys.NotesHost;

namespace AuthKit.Contracts.Tests.ApiKeys;

/// <summary>Many at once, on every engine.</summary>
[TestFixtureSource(typeof(Engine), nameof(Engine.All))]
internal sealed class ApiKeyRaceTests(Engine engine)
{
    private const int Callers = 64;
    private const int Most = 7;

    [Test]
    public async Task An_account_never_has_more_than_it_can()
    {
        await using var host = await StartAsync();
        var owner = await Pair.RegisterAsync(host);

        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => CreateAsync(host, owner.Access)));

        Assert.That(answers.Count(static answer => answer.Status == 201), Is.EqualTo(Most));
        Assert.That(answers.Where(static answer => answer.Status != 201).Select(static answer => answer.Status), Is.All.EqualTo(409));
        var keys = (await ListAsync(host, owner.Access)).Json.GetProperty("data").GetProperty("keys");
        Assert.That(keys.GetArrayLength(), Is.EqualTo(Most));
        await RevokeAsync(host, owner.Access, keys[3].GetProperty("id").GetString()!);
        Assert.That((await CreateAsync(host, owner.Access)).Status, Is.EqualTo(201), "one that was revoked makes room");
    }

    [Test]
    public async Task Of_many_who_rotate_a_key_one_does()
    {
        await using var host = await StartAsync();
        var owner = await Pair.RegisterAsync(host);
        var key = await MadeKey.CreateAsync(host, owner.Access);

        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => RotateAsync(host, owner.Access, key.Id)));

        Assert.That(answers.Where(static answer => answer.Status != 200).Select(static answer => answer.Status), Is.All.EqualTo(409));
        var rotated = MadeKey.Of(answers.Single(static answer => answer.Status == 200));
        Assert.That((await CallAsync(host, key.Text), await CallAsync(host, rotated.Text)), Is.EqualTo((401, 200)));
    }

    [Test]
    public async Task Keys_that_have_expired_make_room_for_others()
    {
        await using var host = await StartAsync();
        var owner = await Pair.RegisterAsync(host);
        for (var i = 0; i < Most; i++)
            await MadeKey.CreateAsync(host, owner.Access, more: i == 2 ? ",\"expires_in\":60" : "");
        Assert.That((await CreateAsync(host, owner.Access)).Status, Is.EqualTo(409));
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.That((await CreateAsync(host, owner.Access)).Status, Is.EqualTo(201));
        Assert.That((await CreateAsync(host, owner.Access)).Status, Is.EqualTo(409));
    }

    private Task<TestHost> StartAsync() => TestHost.StartAsync(Plan.And(new() { Options = options => options.ApiKeys.MaxPerAccount = Most }) with { Engine = engine });
}
