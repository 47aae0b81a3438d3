using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;

namespace AuthKit.Telemetry;

/// <summary>The instruments of the meter <c>AuthKit</c>. No tag has more values than the host configures.</summary>
internal sealed class AuthKitMetrics : IDisposable
{
    /// <summary>The name of the meter, and of the source of activities.</summary>
    public const string Name = "AuthKit";

    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    private static readonly InstrumentAdvice<double> Delays = new() { HistogramBucketBoundaries = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600] };

    private readonly Meter? _own;
    private readonly HashSet<string> _tenants;
    private readonly Counter<long> _events;
    private readonly Counter<long> _signIns;
    private readonly Counter<long> _listeners;
    private readonly Histogram<double> _flowDuration;
    private readonly Histogram<double> _hashDuration;
    private readonly Histogram<double> _hashWait;
    private readonly Counter<long> _keyRingLoads;
    private readonly Counter<long> _mailAttempts;
    private readonly Histogram<double> _mailDelay;
    private readonly Counter<long> _logoutAttempts;
    private readonly Counter<long> _audited;
    private readonly Counter<long> _webhookAttempts;
    private readonly Histogram<double> _webhookDelay;

    public AuthKitMetrics(IOptions<AuthKitOptions> options, IMeterFactory? factory = null)
    {
        _tenants = [.. options.Value.TenantAliases];
        var meter = factory?.Create(Name) ?? (_own = new(Name));
        _events = meter.CreateCounter<long>("authkit.events", "{event}", "Events, by type and outcome.");
        _signIns = meter.CreateCounter<long>("authkit.sign_ins", "{attempt}", "Attempts to sign in, by outcome.");
        _listeners = meter.CreateCounter<long>("authkit.events.listened", "{event}", "Events for the host's listeners, by what became of them.");
        _flowDuration = meter.CreateHistogram("authkit.flow.duration", "s", "How long flows take.", tags: null, Seconds);
        _hashDuration = meter.CreateHistogram("authkit.password.hash.duration", "s", "How long a password is hashed or compared.", tags: null, Seconds);
        _hashWait = meter.CreateHistogram("authkit.password.hash.wait", "s", "How long a password waits to be hashed or compared.", tags: null, Seconds);
        _keyRingLoads = meter.CreateCounter<long>("authkit.key_ring.loads", "{load}", "How often the key ring is read from the store, by outcome.");
        _mailAttempts = meter.CreateCounter<long>("authkit.mail.attempts", "{attempt}", "Attempts to send a mail, by outcome.");
        _logoutAttempts = meter.CreateCounter<long>("authkit.logout.attempts", "{attempt}", "Attempts to tell a client of a logout, by outcome.");
        _mailDelay = meter.CreateHistogram("authkit.mail.delay", "s", "How long a mail that was sent had been in the outbox.", tags: null, Delays);
        _audited = meter.CreateCounter<long>("authkit.audit.entries", "{entry}", "Entries of the audit log, by what became of them.");
        _webhookAttempts = meter.CreateCounter<long>("authkit.webhooks.attempts", "{attempt}", "Attempts to tell a webhook of an event, by outcome.");
        _webhookDelay = meter.CreateHistogram("authkit.webhooks.delay", "s", "How long ago an event was that a webhook was told of.", tags: null, Delays);
    }

    public bool MeasuresFlows => _flowDuration.Enabled;

    /// <summary>An event. Attempts to sign in have a counter of their own.</summary>
    public void Count(string type, string? outcome, string? contract, string? tenant)
    {
        if (!_events.Enabled && !_signIns.Enabled)
            return;
        var tags = new TagList();
        Add(ref tags, "authkit.outcome", outcome);
        Add(ref tags, "authkit.contract", contract);
        Add(ref tags, "authkit.tenant", Bounded(tenant));
        if (type is "SignedIn" or "SignInFailed")
        {
            _signIns.Add(1, tags);
            return;
        }

        tags.Add("authkit.event", type);
        _events.Add(1, tags);
    }

    /// <summary>What became of an event for a listener: <c>heard</c>, <c>failed</c>, <c>timed_out</c> or <c>dropped</c>.</summary>
    public void Heard(string listensTo, string outcome) => _listeners.Add(1, Tag("authkit.event", listensTo), Tag("authkit.outcome", outcome));

    /// <summary>A flow has run.</summary>
    /// <param name="flow">Its name.</param>
    /// <param name="contract">The contract.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="error">The code of its fault, or the type of its exception; null where it succeeded.</param>
    public void FlowRan(string flow, string contract, TimeSpan duration, string? error)
    {
        if (error is null)
            _flowDuration.Record(duration.TotalSeconds, Tag("authkit.flow", flow), Tag("authkit.contract", contract));
        else
            _flowDuration.Record(duration.TotalSeconds, Tag("authkit.flow", flow), Tag("authkit.contract", contract), Tag("error.type", error));
    }

    public void PasswordHashed(TimeSpan duration) => _hashDuration.Record(duration.TotalSeconds);

    public void PasswordWaited(TimeSpan duration) => _hashWait.Record(duration.TotalSeconds);

    public void KeyRingLoaded(bool succeeded) => _keyRingLoads.Add(1, Tag("authkit.outcome", succeeded ? "succeeded" : "failed"));

    /// <summary>An attempt to send a mail: <c>sent</c>, <c>discarded</c>, <c>failed</c> or <c>given_up</c>.</summary>
    public void MailAttempted(string outcome) => _mailAttempts.Add(1, Tag("authkit.outcome", outcome));

    public void MailSent(TimeSpan delay) => _mailDelay.Record(delay.TotalSeconds);

    /// <summary>An attempt to tell a client of a logout: <c>delivered</c>, <c>discarded</c>, <c>failed</c> or <c>given_up</c>.</summary>
    public void LogoutAttempted(string outcome) => _logoutAttempts.Add(1, Tag("authkit.outcome", outcome));
    /// <summary>An entry of the audit log: <c>kept</c> or <c>lost</c>.</summary>
    public void Audited(string outcome) => _audited.Add(1, Tag("authkit.outcome", outcome));

    /// <summary>An attempt to tell a webhook of an event: <c>sent</c>, <c>failed</c> or <c>given_up</c>; or <c>lost</c>, where it could not even be enqueued.</summary>
    public void WebhookAttempted(string webhook, string outcome) => _webhookAttempts.Add(1, Tag("authkit.webhook", webhook), Tag("authkit.outcome", outcome));

    public void WebhookSent(TimeSpan delay) => _webhookDelay.Record(delay.TotalSeconds);

    // The factory's meters are the factory's to dispose of.
    public void Dispose() => _own?.Dispose();

    // Tenants that strangers have brought would make as many series.
    private string? Bounded(string? tenant) => tenant switch
    {
        null => null,
        "" => "home",
        _ => _tenants.Contains(tenant) ? tenant : "brought",
    };

    private static void Add(ref TagList tags, string name, string? value)
    {
        if (value is not null)
            tags.Add(name, value);
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
