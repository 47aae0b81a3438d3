using System.Text.Json;
using AuthKit.Events;
using static AuthKit.Core.Tests.Features.FeatureHost;

namespace AuthKit.Core.Tests.Features.Webhooks;

/// <summary>Endpoints are told of events by messages that they can verify (Standard Webhooks).</summary>
internal sealed class WebhookTests
{
    private readonly string _secret = WebhookHost.NewSecret();
    private Receiver _receiver = null!;

    [SetUp]
    public async Task StartAsync() => _receiver = await Receiver.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _receiver.DisposeAsync();

    [Test]
    public async Task A_message_is_signed_and_says_what_happened_when_and_to_whom()
    {
        await using var host = Start();
        await host.Flows.RegisterAsync();
        await host.DeliverAsync();

        // The first token makes the first key.
        var (first, second) = (await _receiver.NextAsync(3)).Where(posted => !posted.Text.Contains(nameof(SigningKeyAdded))).ToArray() is [var one, var other] ? (one, other) : throw new AssertionException("Two more are wanted.");

        Assert.That((first.IsSignedBy(_secret), second.IsSignedBy(_secret)), Is.EqualTo((true, true)));
        Assert.That(first.Timestamp, Is.EqualTo(host.Flows.Clock.GetUtcNow().ToUnixTimeSeconds().ToString()));
        Assert.That((first.ContentType, Guid.TryParse(first.Id, out _), first.Id), Is.EqualTo(("application/json", true, first.Id)).And.Not.EqualTo(("application/json", true, second.Id)));
        var signedIn = new[] { first, second }.Select(posted => JsonDocument.Parse(posted.Body).RootElement).Single(body => body.GetProperty("type").GetString() == nameof(SignedIn));
        var data = signedIn.GetProperty("data");
        Assert.That(signedIn.EnumerateObject().Select(member => member.Name), Is.EqualTo(new[] { "type", "timestamp", "data" }));
        Assert.That(signedIn.GetProperty("timestamp").GetDateTimeOffset(), Is.EqualTo(host.Flows.Clock.GetUtcNow()));
        Assert.That(data.GetProperty("userId").GetGuid(), Is.EqualTo((await host.Flows.FindAsync(Email))!.Id));
        Assert.That(data.EnumerateObject().Select(member => member.Name), Is.EqualTo(new[] { "userId", "tenant", "sessionId", "clientId", "contract", "outcome", "methods", "knownDevice" }));
        Assert.That(first.Text + second.Text, Does.Not.Contain(Email).And.Not.Contain(Password).And.Not.Contain("127.0.0.1"));
        Assert.That(await host.WaitingAsync(), Is.Empty);
    }

    [Test]
    public async Task What_was_tampered_with_is_signed_no_more()
    {
        await using var host = Start();
        await host.RaiseAsync(new SignInFailed("a"));
        await host.DeliverAsync();
        var posted = await _receiver.NextAsync();

        Assert.That(posted.IsSignedBy(_secret), Is.True);
        Assert.That((posted with { Body = [.. posted.Body, (byte)' '] }).IsSignedBy(_secret), Is.False);
        Assert.That((posted with { Timestamp = posted.Timestamp + "0" }).IsSignedBy(_secret), Is.False);
        Assert.That((posted with { Id = Guid.NewGuid().ToString() }).IsSignedBy(_secret), Is.False);
        Assert.That(posted.IsSignedBy(WebhookHost.NewSecret()), Is.False);
    }

    /// <summary>The example of the specification's own libraries.</summary>
    [Test]
    public void The_published_vector_is_met()
    {
        var endpoint = new AuthKit.Features.Webhooks.WebhookEndpoint { Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" };

        Assert.That(
            AuthKit.Features.Webhooks.WebhookSecret.Sign(endpoint, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}"""u8.ToArray()),
            Is.EqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
    }

    [Test]
    public async Task While_a_secret_changes_both_verify()
    {
        var former = WebhookHost.NewSecret();
        await using var host = Start(endpoint => endpoint.FormerSecret = former);
        await host.RaiseAsync(new SignInFailed("a"));
        await host.DeliverAsync();

        var posted = await _receiver.NextAsync();

        Assert.That((posted.IsSignedBy(_secret), posted.IsSignedBy(former), posted.Signature.Split(' ').Length), Is.EqualTo((true, true, 2)));
    }

    [Test]
    public async Task An_endpoint_is_told_of_the_events_that_it_wants()
    {
        await using var host = Start(endpoint => endpoint.Events.Add(nameof(LockedOut)));

        await host.RaiseAsync(new SignInFailed("a"));
        await host.RaiseAsync(new LockedOut(5));
        // Nobody waits for this one, so that a test has to.
        while ((await host.WaitingAsync()).Count == 0)
            await Task.Yield();
        await host.DeliverAsync();

        Assert.That((await _receiver.NextAsync()).Text, Does.Contain("LockedOut"));
        Assert.That(_receiver.Asked, Is.EqualTo(1));
    }

    [Test]
    public async Task One_that_names_none_is_told_nothing_that_strangers_can_cause_at_will()
    {
        await using var host = Start();

        await host.RaiseAsync(new RequestLimited(RequestLimits.Credentials));

        Assert.That(await host.WaitingAsync(), Is.Empty);
    }

    [Test]
    public async Task Personal_data_goes_along_where_the_host_says_so()
    {
        await using var host = Start(endpoint => endpoint.IncludePersonalData = true);
        await host.RaiseAsync(new SignInFailed("a"));
        await host.DeliverAsync();

        Assert.That((await _receiver.NextAsync()).Text, Does.Contain("\"address\":\"127.0.0.1\""));
    }

    [Test]
    public async Task A_message_of_an_event_that_says_too_much_says_who_and_when()
    {
        await using var host = Start();
        await host.RaiseAsync(new Verbose(new string('\u0001', 256)) { UserId = Guid.CreateVersion7() });
        await host.DeliverAsync();

        var posted = await _receiver.NextAsync();

        Assert.That(posted.Body, Has.Length.LessThan(500));
        Assert.That(JsonDocument.Parse(posted.Body).RootElement.GetProperty("data").GetProperty("truncated").GetBoolean(), Is.True);
        Assert.That(posted.Text, Does.Contain("userId"));
    }

    [Test]
    public async Task Neither_a_secret_nor_the_address_is_kept_in_the_database()
    {
        await using var host = Start();
        await host.RaiseAsync(new SignInFailed("a"));

        var kept = (await host.WaitingAsync()).Single();

        Assert.That(string.Concat(kept.Lane, kept.Type, System.Text.Encoding.UTF8.GetString(kept.Body)), Does.Not.Contain(_secret).And.Not.Contain("key=1").And.Not.Contain("hook"));
        Assert.That(kept.Lane, Does.Match("^[0-9a-f]{32}$"));
    }

    private WebhookHost Start(Action<AuthKit.Features.Webhooks.WebhookEndpoint>? configure = null) => new(new(), webhooks =>
    {
        var endpoint = new AuthKit.Features.Webhooks.WebhookEndpoint { Url = _receiver.Url, Secret = _secret };
        configure?.Invoke(endpoint);
        webhooks.Endpoints.Add(endpoint);
    });

    private sealed record Verbose(string Text) : AuthEvent
    {
        protected internal override void Log(Microsoft.Extensions.Logging.ILogger logger) =>
            Microsoft.Extensions.Logging.LoggerExtensions.LogInformation(logger, "{A} {B} {C} {D} {E} {F} {G} {H}", Text, Text, Text, Text, Text, Text, Text, Text);
    }
}
