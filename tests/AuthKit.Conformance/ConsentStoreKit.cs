using AuthKit.AuthorizationServer.Consents;
using NUnit.Framework;

namespace AuthKit.Conformance;

/// <summary>What <see cref="IConsentStore"/> promises.</summary>
/// <typeparam name="TEngine">The engine under test.</typeparam>
public abstract class ConsentStoreKit<TEngine> : StoreKit<TEngine> where TEngine : TestEngine, new()
{
    private IConsentStore Consents => Database.Consents;

    private Task AllowAsync(Guid user, string client, params string[] scopes) => Consents.AddAsync(user, client, scopes, Sample.Now, default);

    private async Task AllowsAsync(Guid user, string client, params string[] scopes) =>
        Assert.That(await Consents.FindAsync(user, client, default), Is.EquivalentTo(scopes));

    [Test]
    public async Task Tells_what_a_user_allowed_a_client()
    {
        var user = Guid.CreateVersion7();
        await AllowAsync(user, "app", "openid", "profile");
        await AllowsAsync(user, "app", "openid", "profile");
        await AllowsAsync(user, "other");
        await AllowsAsync(Guid.CreateVersion7(), "app");
    }

    [Test]
    public async Task Adds_to_what_is_allowed_and_notes_nothing_twice()
    {
        var user = Guid.CreateVersion7();
        await AllowAsync(user, "app", "openid", "openid");
        await Consents.AddAsync(user, "app", ["profile", "openid"], Sample.Now.AddDays(1), default);
        await AllowsAsync(user, "app", "openid", "profile");
    }

    [Test]
    public async Task Allows_nothing_where_nothing_is_named()
    {
        var user = Guid.CreateVersion7();
        await AllowAsync(user, "app");
        await AllowsAsync(user, "app");
    }

    [Test]
    public async Task Keeps_clients_and_scopes_apart_that_differ_in_case()
    {
        var user = Guid.CreateVersion7();
        await AllowAsync(user, "app", "read", "READ");
        await AllowAsync(user, "APP", "Read");
        await AllowsAsync(user, "app", "read", "READ");
        await AllowsAsync(user, "APP", "Read");
    }

    [Test]
    public async Task Keeps_clients_and_scopes_apart_that_differ_in_a_space_at_the_end()
    {
        if (!Engine.ComparesTrailingSpaces)
            Assert.Ignore("The engine takes text for the same whatever spaces follow it.");
        var user = Guid.CreateVersion7();
        await AllowAsync(user, "app", "read", "read ");
        await AllowAsync(user, "app ", "write");
        await AllowsAsync(user, "app", "read", "read ");
        await AllowsAsync(user, "app ", "write");
    }

    [Test]
    public async Task Keeps_what_is_long()
    {
        var (user, client, scope) = (Guid.CreateVersion7(), new string('c', 256), new string('s', 128));
        await AllowAsync(user, client, scope);
        await AllowsAsync(user, client, scope);
    }

    [TestCaseSource(typeof(Texts), nameof(Texts.Hostile))]
    public async Task Takes_any_text_for_what_it_is(string text)
    {
        var (user, client, scope) = (Guid.CreateVersion7(), text[..Math.Min(text.Length, 256)], text[..Math.Min(text.Length, 128)]);
        await AllowAsync(user, client, scope);
        await AllowsAsync(user, client, scope);
    }

    [Test]
    public async Task Sixty_four_may_allow_the_same_at_once()
    {
        var user = Guid.CreateVersion7();
        await Race.RunAsync(64, caller => AllowAsync(user, "app", "openid", $"scope-{caller % 2}"));
        await AllowsAsync(user, "app", "openid", "scope-0", "scope-1");
    }

    [Test]
    public async Task Takes_back_what_one_client_was_allowed_and_nothing_else()
    {
        var (user, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await AllowAsync(user, "app", "openid", "profile");
        await AllowAsync(user, "another", "openid");
        await AllowAsync(other, "app", "openid");
        Assert.That(await Consents.RemoveAsync(user, "app", default), Is.True);
        Assert.That(await Consents.RemoveAsync(user, "app", default), Is.False);
        await AllowsAsync(user, "app");
        await AllowsAsync(user, "another", "openid");
        await AllowsAsync(other, "app", "openid");
    }

    [Test]
    public async Task Lists_what_a_user_allowed_all_clients_and_nobody_else()
    {
        var (user, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await AllowAsync(user, "app", "openid", "profile");
        await AllowAsync(user, "another", "openid");
        await AllowAsync(other, "app", "email");
        var listed = await Consents.ListAsync(user, limit: 10, default);
        Assert.That(listed.Select(static consent => (consent.UserId, consent.ClientId, consent.Scope)), Is.EquivalentTo(new[] { (user, "app", "openid"), (user, "app", "profile"), (user, "another", "openid") }));
        Assert.That(await Consents.ListAsync(user, limit: 2, default), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task What_was_taken_back_may_be_allowed_again()
    {
        var user = Guid.CreateVersion7();
        await AllowAsync(user, "app", "openid", "profile");
        await Consents.RemoveAsync(user, "app", default);
        await Consents.RemoveAsync(user, "app", default);
        await AllowAsync(user, "app", "openid");
        await AllowsAsync(user, "app", "openid");
    }

    [Test]
    public async Task Does_nothing_for_a_caller_who_gave_up()
    {
        var user = Guid.CreateVersion7();
        await AllowAsync(user, "app", "openid");
        Cancelled.Refuses(
            token => Consents.AddAsync(user, "app", ["profile"], Sample.Now, token),
            token => Consents.FindAsync(user, "app", token),
            token => Consents.ListAsync(user, 10, token),
            token => Consents.RemoveAsync(user, "app", token));
        await AllowsAsync(user, "app", "openid");
    }
}
