using AuthKit.AuthorizationServer;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.Http;
using AuthKit.Pages.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Coverage;

/// <summary>A feature or a host fails in words of its own, and every contract knows them by what they are like.</summary>
internal sealed class OpenFaultTests
{
    private static readonly Fault Closed = new("shop_closed", Fault.StoreUnavailable, "The shop is closed.");
    private static readonly Fault Gone = new("goods_gone", Fault.NotFound);
    private static readonly Fault Stale = new("stale_token", Fault.InvalidToken, "The token is stale.");
    private static readonly Rule Odd = new("odd", Rule.Unknown, "The {field} must be even.");
    private static readonly Rule Short = new("short", Rule.TooShort);

    [Test]
    public void Its_own_sentence_comes_with_the_status_that_the_contract_gives_to_what_it_is_like()
    {
        var phrases = Phrasebook.Default.On(Fault.StoreUnavailable, 500, "Alas.");

        Assert.That(Said(Phrasebook.Default, Closed), Is.EqualTo((503, "The shop is closed.")));
        Assert.That(Said(phrases, Closed), Is.EqualTo((500, "The shop is closed.")));
    }

    [Test]
    public void Without_one_it_is_said_as_what_it_is_like() =>
        Assert.That(Said(Phrasebook.Default.On(Fault.NotFound, 410, "Sold."), Gone), Is.EqualTo((410, "Sold.")));

    [Test]
    public void A_contract_may_say_it_in_its_own_way()
    {
        var phrases = Phrasebook.Default.On(Closed, 418, "Come back tomorrow.").On(Gone, "Nothing left.");

        Assert.That(Said(phrases, Closed), Is.EqualTo((418, "Come back tomorrow.")));
        Assert.That(Said(phrases, Gone), Is.EqualTo((404, "Nothing left.")));
    }

    [Test]
    public void A_rule_likewise()
    {
        var phrases = Phrasebook.Default.On("age", Rule.TooShort, "Too young.").On(Odd, "{field}?");

        Assert.That(Said(Phrasebook.Default, Failure.Of("age", Odd)), Is.EqualTo("The age must be even."));
        Assert.That(Said(Phrasebook.Default, Failure.Of("age", Short, limit: 18)), Is.EqualTo("The age must be at least 18 characters."));
        Assert.That(Said(phrases, Failure.Of("age", Odd)), Is.EqualTo("age?"));
        Assert.That(Said(phrases, Failure.Of("age", Short)), Is.EqualTo("Too young."));
    }

    [Test]
    public void OAuth_and_the_pages_know_it_by_what_it_is_like()
    {
        var texts = new PageTexts();

        Assert.That(Closed.OAuthError, Is.EqualTo("temporarily_unavailable"));
        Assert.That(texts.Of(Closed), Is.EqualTo(texts.ErrorUnavailable));
        Assert.That(texts.Of(new BrokenRule("age", Short, 18)), Is.EqualTo(texts.Of(new BrokenRule("age", Rule.TooShort, 18))));
    }

    [Test]
    public async Task A_row_answers_with_it_and_with_the_headers_that_its_like_asks_for()
    {
        var fails = new Flow<Ask, Unit>((_, _, _, _) => Task.FromResult<Outcome<Unit>>(Stale));
        await using var host = await TestHost.StartAsync(new()
        {
            Build = builder => builder.AddContract<OAuthContract>(oauth => oauth.Change(routes => routes.Get("/stale", fails, _ => new(), _ => true))),
        });

        var answer = await host.GetAsync("/stale");

        Assert.That(answer.Status, Is.EqualTo(401));
        Assert.That(answer.Header("WWW-Authenticate"), Is.EqualTo("Bearer error=\"invalid_token\""));
        Assert.That((answer.Member("error"), answer.Member("message")), Is.EqualTo(("invalid_token", "The token is stale.")));
    }

    private static (int Status, string? Message) Said(Phrasebook phrases, Fault fault)
    {
        var reply = phrases.Say(new(fault));
        return (reply.Status, reply.Message);
    }

    private static string Said(Phrasebook phrases, Failure failure) => phrases.Say(failure).Errors.Single().Sentence;

    private sealed record Ask : Command;
}
