using AuthKit.Events;

namespace AuthKit.Features.Webhooks;

/// <summary>Who is told of events over HTTP, and how (Standard Webhooks).</summary>
public sealed class WebhookOptions
{
    /// <summary>The most endpoints.</summary>
    public const int MaxEndpoints = 32;

    /// <summary>Who is told.</summary>
    public IList<WebhookEndpoint> Endpoints { get; } = [];

    /// <summary>How often a message is tried before it is given up, 1 to 30. The pauses double from five seconds to six hours.</summary>
    /// <value>Default: 16, which is more than a day.</value>
    public int MaxAttempts { get; set; } = 16;

    /// <summary>How long a message is tried at most, a minute to 30 days.</summary>
    /// <value>Default: 3 days.</value>
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromDays(3);

    /// <summary>How long an endpoint may take to answer, 1 to 60 seconds.</summary>
    /// <value>Default: 15 seconds.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How many messages one endpoint is sent at once by one node, 1 to 64.</summary>
    /// <value>Default: 4.</value>
    public int AtOnce { get; set; } = 4;

    /// <summary>Whether an endpoint's address may be one of http rather than https. In Development it may always.</summary>
    /// <value>Default: false.</value>
    public bool AllowHttp { get; set; }

    /// <summary>
    /// Whether an endpoint may have a private, loopback, carrier-grade NAT or unique local address; in Development it may always.
    /// Link-local addresses and those of clouds' metadata, multicast and reserved ones are refused in any case (SSRF).
    /// </summary>
    /// <value>Default: false.</value>
    public bool AllowPrivateNetworks { get; set; }

    internal bool InDevelopment { get; set; }
}

/// <summary>Somebody who is told of events.</summary>
public sealed class WebhookEndpoint
{
    /// <summary>Where messages are posted to: an absolute https address without a fragment and without user and password.</summary>
    public Uri? Url { get; set; }

    /// <summary>What messages are signed with: <c>whsec_</c> and the Base64 of 24 to 64 random bytes. It is in no database.</summary>
    public string? Secret { get; set; }

    /// <summary>The secret before, while receivers change over: messages bear a signature by each.</summary>
    /// <value>Default: null.</value>
    public string? FormerSecret { get; set; }

    /// <summary>The names of the events, as in <c>docs/events.md</c>.</summary>
    /// <value>Default: none, which stands for all that <see cref="AuditLog.AuditLogOptions.KeepsByDefault"/> lets through.</value>
    public IList<string> Events { get; } = [];

    /// <summary>What the endpoint is called in logs and metrics, at most 64 letters, digits, hyphens, underscores and full stops. Messages wait for it by this name: with it, the address may change.</summary>
    /// <value>Default: a hash of the address.</value>
    public string? Name { get; set; }

    /// <summary>Whether messages tell the address and the program that the request came from: personal data.</summary>
    /// <value>Default: false.</value>
    public bool IncludePersonalData { get; set; }

    internal bool Hears(AuthEvent raised) => Events.Count == 0 ? AuditLog.AuditLogOptions.KeepsByDefault(raised) : Events.Contains(raised.GetType().Name);
}
