using System.Text;
using AuthKit.AuthorizationServer.Clients;
using NUnit.Framework;

namespace AuthKit.Conformance;

/// <summary>What <see cref="IClientStore"/> promises.</summary>
/// <typeparam name="TEngine">The engine under test.</typeparam>
public abstract class ClientStoreKit<TEngine> : StoreKit<TEngine> where TEngine : TestEngine, new()
{
    private IClientStore Clients => Database.Clients;

    private async Task<ClientRecord> AddAsync(ClientRecord client)
    {
        Assert.That(await Clients.AddAsync(client, default), Is.True);
        return client;
    }

    private async Task StandsAsAsync(ClientRecord expected) =>
        Assert.That(await Clients.FindAsync(expected.Id, default), Is.EqualTo(expected).UsingPropertiesComparer());

    [Test]
    public async Task Gives_back_every_field() => await StandsAsAsync(await AddAsync(Sample.Client()));

    [Test]
    public async Task Keeps_nothing_and_what_is_empty_apart()
    {
        await StandsAsAsync(await AddAsync(Sample.Client() with { SecretHash = null, SlowHash = null, RegistrationHash = null }));
        await StandsAsAsync(await AddAsync(Sample.Client() with { SecretHash = [], Metadata = [] }));
    }

    [Test]
    public async Task Keeps_what_is_long() =>
        await StandsAsAsync(await AddAsync(Sample.Client() with { Id = Sample.Unique().PadRight(256, 'x'), Metadata = Sample.Bytes(8000) }));

    [Test]
    public async Task Finds_nothing_where_there_is_nothing() => Assert.That(await Clients.FindAsync(Sample.Unique(), default), Is.Null);

    [Test]
    public async Task Keeps_ids_apart_that_differ_in_case()
    {
        var client = await AddAsync(Sample.Client());
        await KeptApartAsync(client, client.Id.ToUpperInvariant());
    }

    [Test]
    public async Task Keeps_ids_apart_that_differ_in_a_space_at_the_end()
    {
        if (!Engine.ComparesTrailingSpaces)
            Assert.Ignore("The engine takes text for the same whatever spaces follow it.");
        var client = await AddAsync(Sample.Client());
        await KeptApartAsync(client, client.Id + " ");
    }

    [Test]
    public async Task Refuses_an_id_that_another_has()
    {
        var client = await AddAsync(Sample.Client());
        Assert.That(await Clients.AddAsync(Sample.Client() with { Id = client.Id }, default), Is.False);
        Assert.That(await Clients.AddAsync(client, default), Is.False);
        await StandsAsAsync(client);
    }

    [Test]
    public async Task Of_64_who_want_one_id_one_gets_it()
    {
        var id = Sample.Unique();
        var clients = Enumerable.Range(0, 64).Select(_ => Sample.Client() with { Id = id }).ToArray();
        var results = await Race.RunAsync(clients.Length, caller => Clients.AddAsync(clients[caller], default));
        Assert.That(results.Count(won => won), Is.EqualTo(1));
        await StandsAsAsync(clients[Array.IndexOf(results, true)]);
    }

    [Test]
    public async Task Replaces_a_registration_and_its_secret_and_nothing_else()
    {
        var (client, other) = (await AddAsync(Sample.Client()), await AddAsync(Sample.Client()));
        var open = client with { Metadata = Sample.Bytes(8000), SecretHash = null };
        var again = open with { Metadata = Sample.Bytes(3), SecretHash = Sample.Bytes(32) };
        Assert.That(await Clients.ReplaceAsync(client, open with { SlowHash = "another", CreatedAt = Sample.Now.AddDays(1) }, default), Is.True);
        await StandsAsAsync(open);
        Assert.That(await Clients.ReplaceAsync(open, again, default), Is.True);
        await StandsAsAsync(again);
        await StandsAsAsync(other);
    }

    [Test]
    public async Task Replaces_nothing_that_has_another_secret_or_token_or_is_gone()
    {
        var client = await AddAsync(Sample.Client());
        var changed = client with { Metadata = Sample.Bytes(3) };
        Assert.That(await Clients.ReplaceAsync(client with { SecretHash = Sample.Bytes(32) }, changed, default), Is.False);
        Assert.That(await Clients.ReplaceAsync(client with { SecretHash = null }, changed, default), Is.False);
        Assert.That(await Clients.ReplaceAsync(client with { RegistrationHash = Sample.Bytes(32) }, changed, default), Is.False);
        Assert.That(await Clients.ReplaceAsync(client with { Id = Sample.Unique() }, changed, default), Is.False);
        await StandsAsAsync(client);
        await Clients.RemoveAsync(client.Id, default);
        Assert.That(await Clients.ReplaceAsync(client, changed, default), Is.False);
        Assert.That(await Clients.FindAsync(client.Id, default), Is.Null);
    }

    [Test]
    public async Task Of_64_who_give_a_client_a_secret_one_does()
    {
        var client = await AddAsync(Sample.Client() with { SecretHash = null });
        var changed = Enumerable.Range(0, 64).Select(_ => client with { SecretHash = Sample.Bytes(32), Metadata = Sample.Bytes(3) }).ToArray();
        var results = await Race.RunAsync(changed.Length, caller => Clients.ReplaceAsync(client, changed[caller], default));
        Assert.That(results.Count(won => won), Is.EqualTo(1));
        await StandsAsAsync(changed[Array.IndexOf(results, true)]);
    }

    [Test]
    public async Task Removes_a_client_and_no_other()
    {
        var (client, other) = (await AddAsync(Sample.Client()), await AddAsync(Sample.Client()));
        Assert.That(await Clients.RemoveAsync(client.Id, default), Is.True);
        Assert.That(await Clients.FindAsync(client.Id, default), Is.Null);
        await StandsAsAsync(other);
    }

    [Test]
    public async Task Of_eight_who_remove_a_client_one_does()
    {
        var client = await AddAsync(Sample.Client());
        var results = await Race.RunAsync(8, _ => Clients.RemoveAsync(client.Id, default));
        Assert.That(results.Count(won => won), Is.EqualTo(1));
        Assert.That(await Clients.RemoveAsync(client.Id, default), Is.False);
    }

    [TestCaseSource(typeof(Texts), nameof(Texts.Hostile))]
    public async Task Takes_any_text_for_what_it_is(string text) =>
        await StandsAsAsync(await AddAsync(Sample.Client() with { Id = text[..Math.Min(text.Length, 256)], Metadata = Encoding.UTF8.GetBytes(text) }));

    [Test]
    public async Task Does_nothing_for_a_caller_who_gave_up()
    {
        var (client, never) = (await AddAsync(Sample.Client()), Sample.Client());
        Cancelled.Refuses(
            token => Clients.AddAsync(never, token),
            token => Clients.FindAsync(client.Id, token),
            token => Clients.RemoveAsync(client.Id, token));
        Assert.That(await Clients.FindAsync(never.Id, default), Is.Null);
        await StandsAsAsync(client);
    }

    private async Task KeptApartAsync(ClientRecord client, string id)
    {
        Assert.That(await Clients.FindAsync(id, default), Is.Null);
        Assert.That(await Clients.RemoveAsync(id, default), Is.False);
        await StandsAsAsync(await AddAsync(Sample.Client() with { Id = id }));
        await StandsAsAsync(client);
    }
}
