using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Contracts.Tests.Outages;
using AuthKit.Databases;
using AuthKit.Records;
using AuthKit.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static AuthKit.Contracts.Tests.ApiKeys.NotesHost;

namespace AuthKit.Contracts.Tests.ApiKeys;

/// <summary>What a key costs the database, by which nobody learns whether there is one (timing attacks), and what it does while the database is away.</summary>
internal sealed class ApiKeyCostTests
{
    private readonly ConcurrentQueue<string> _calls = new();
    private BreakableStore _store = null!;

    [Test]
    public async Task One_that_is_unknown_costs_what_a_wrong_secret_does()
    {
        await using var host = await StartAsync();
        var key = await MadeKey.CreateAsync(host, (await Pair.RegisterAsync(host)).Access);
        await CallAsync(host, key.Text);

        var wrong = await CostAsync(host, Checked($"{key.Text.Split('.')[0]}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}"));
        var unknown = await CostAsync(host, Checked($"ak_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16))}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}"));

        Assert.That(unknown, Is.EqualTo(wrong).And.EqualTo((401, "FindAsync<ApiKey>")));
    }

    [Test]
    public async Task One_in_use_is_read_once_in_the_check_interval_and_noted_once_a_minute()
    {
        await using var host = await StartAsync();
        var owner = await Pair.RegisterAsync(host);
        var key = await MadeKey.CreateAsync(host, owner.Access);

        var first = await CostAsync(host, key.Text);
        var second = await CostAsync(host, key.Text);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = await CostAsync(host, key.Text);

        Assert.That((first, second, later), Is.EqualTo(((200, "FindAsync<ApiKey> FindAsync<User> UpdateAsync<ApiKey>"), (200, ""), (200, "FindAsync<ApiKey> FindAsync<User>"))));
    }

    [Test]
    public async Task A_token_costs_what_it_does_without_keys()
    {
        await using var host = await StartAsync();
        var owner = await Pair.RegisterAsync(host);
        _calls.Clear();

        Assert.That((await host.MeAsync(owner.Access)).Status, Is.EqualTo(200));
        var first = string.Join(' ', _calls);
        _calls.Clear();
        Assert.That((await host.MeAsync(owner.Access)).Status, Is.EqualTo(200));

        Assert.That((first, _calls.Count), Is.EqualTo(("FindAsync<Session> FindAsync<User>", 0)));
    }

    [Test]
    public async Task While_the_database_is_away_nobody_is_let_in_and_nobody_told_that_a_key_is_bad()
    {
        await using var host = await StartAsync();
        var key = await MadeKey.CreateAsync(host, (await Pair.RegisterAsync(host)).Access);
        _store.Break = new StoreUnavailableException("away");

        var answer = await host.GetAsync("/notes", Requests.Bearer(key.Text));
        _store.Break = null;

        Assert.That((answer.Status, answer.Header("Retry-After")), Is.EqualTo((503, "1")));
        Assert.That(await CallAsync(host, key.Text), Is.EqualTo(200));
    }

    [Test]
    public async Task A_use_that_cannot_be_noted_keeps_nobody_out()
    {
        await using var host = await StartAsync();
        var key = await MadeKey.CreateAsync(host, (await Pair.RegisterAsync(host)).Access);
        _store.OnCall = call => _store.Break = call.Name == nameof(IRecords.UpdateAsync) ? new StoreUnavailableException("away") : null;

        Assert.That(await CallAsync(host, key.Text), Is.EqualTo(200));
    }

    private Task<TestHost> StartAsync()
    {
        _store = new(new SqliteStoreProvider()) { OnCall = Note };
        return NotesHost.StartAsync(new() { Build = authKit => authKit.Services.RemoveAll<IStoreProvider>().AddSingleton<IStoreProvider>(_store) });
    }

    // What waits in the background is none of the request's.
    private void Note(MethodInfo call)
    {
        if (call.GetGenericArguments() is [{ Name: "ApiKey" or "User" or "Session" } record, ..])
            _calls.Enqueue($"{call.Name}<{record.Name}>");
    }

    private async Task<(int Status, string Calls)> CostAsync(TestHost host, string key)
    {
        _calls.Clear();
        var status = await CallAsync(host, key);
        return (status, string.Join(' ', _calls));
    }

    private static string Checked(string text) => $"{text}.{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text))[..4])}";
}
