using System.Reflection;
using AuthKit.Http;
using AuthKit.Pages.Texts;

namespace AuthKit.Contracts.Tests.Coverage;

/// <summary>Whatever fails, every contract, the OAuth routes and the pages have something to say of it.</summary>
internal sealed class KnownFaultTests
{
    // RFC 6749 §4.1.2.1 and §5.2, RFC 6750 §3.1, RFC 7591 §3.2.2, RFC 8628 §3.5, RFC 8693 §2.2.2, RFC 9126 §2.3, RFC 9449 §5 and §8, RFC 9470 §3, OpenID Connect Core 1.0 §3.1.2.6.
    private static readonly string[] OAuthErrors =
    [
        "invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type", "invalid_scope",
        "access_denied", "unsupported_response_type", "server_error", "temporarily_unavailable", "invalid_token", "insufficient_scope",
        "invalid_redirect_uri", "invalid_client_metadata", "authorization_pending", "slow_down", "expired_token",
        "invalid_request_uri", "request_not_supported", "login_required", "consent_required", "invalid_dpop_proof", "use_dpop_nonce", "invalid_target",
        "invalid_authorization_details", "interaction_required", "insufficient_user_authentication",
        "invalid_request_uri", "request_not_supported", "request_uri_not_supported", "invalid_request_object", "login_required", "consent_required", "unmet_authentication_requirements",
    ];

    private static readonly PageTexts[] Languages = [new(), PageTexts.Vietnamese];

    private static IEnumerable<Fault> Faults => Known<Fault>();

    private static IEnumerable<Rule> Rules => Known<Rule>();

    [TestCaseSource(nameof(Faults))]
    public void A_fault_has_a_phrase_an_OAuth_error_and_a_page_sentence(Fault fault)
    {
        var reply = Phrasebook.Default.Say(new(fault));

        Assert.That(reply.Status, Is.InRange(400, 599));
        Assert.That(reply.Message, Does.Match(@"^[A-Z].+\.$"));
        Assert.That(OAuthErrors, Does.Contain(fault.OAuthError));
        foreach (var texts in Languages)
        {
            Assert.That(texts.Of(fault), Is.Not.Empty);
            Assert.That(texts.Of(fault) == texts.ErrorRequest && reply.Status >= 500, Is.False, "A page blames the application for what the server could not do.");
        }
    }

    [TestCaseSource(nameof(Rules))]
    public void A_rule_has_a_sentence_and_a_page_sentence(Rule rule)
    {
        var error = Phrasebook.Default.Say(Failure.Of("colour", rule, limit: 7)).Errors.Single();

        Assert.That(error.Sentence, Does.Match(@"^The colour .+\.$").And.Not.Contains("{"));
        foreach (var texts in Languages)
            Assert.That(texts.Of(new BrokenRule("colour", rule, 7)), Is.Not.Empty.And.Not.Contains("{limit}"));
    }

    [Test]
    public void Names_are_told_apart()
    {
        string[] codes = [.. Faults.Select(fault => fault.Code)];
        string[] rules = [.. Rules.Select(rule => rule.Code)];

        Assert.That(codes, Has.Length.GreaterThan(30).And.Unique.And.All.Match("^[a-z]+(_[a-z]+)*$"));
        Assert.That(rules, Has.Length.GreaterThan(10).And.Unique.And.All.Match("^[a-z]+(_[a-z]+)*$"));
    }

    private static IEnumerable<T> Known<T>() => typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Where(property => property.PropertyType == typeof(T))
        .Select(property => (T)property.GetValue(null)!);
}
