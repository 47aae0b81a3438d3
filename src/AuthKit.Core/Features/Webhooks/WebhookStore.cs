using AuthKit.Databases;
using AuthKit.Queues;
using AuthKit.Records;

namespace AuthKit.Features.Webhooks;

/// <summary>The messages that wait for endpoints: a queue for each, so that one which does not answer delays no other.</summary>
internal sealed class WebhookStore
{
    private readonly IRecords _records;

    // Not public: what can be made of records from outside is a port.
    internal WebhookStore(IRecords records) => _records = records;

    /// <summary>What waits for one endpoint.</summary>
    public IQueueStore<WebhookMessage> Of(string lane) => new QueueStore<WebhookMessage>(_records, WebhookTable.Queue, WebhookTable.Lane.Is(lane));

    /// <summary>Removes what nobody has tried to its end: of endpoints that the host has no more.</summary>
    public Task<int> DeleteExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        _records.SweepAsync(WebhookTable.Rows, [WebhookTable.ExpiresAt.AtMost(before)], cancellationToken);
}

internal static class WebhookPort
{
    extension(DatabaseLease database)
    {
        public WebhookStore Webhooks => database.Port(static records => new WebhookStore(records));
    }
}
