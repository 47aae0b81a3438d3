using AuthKit.Records;

namespace AuthKit.Features.Webhooks;

/// <summary>The table of webhooks, which a host without them does not have.</summary>
public static class WebhookSchema
{
    /// <summary>The schema that this release works with.</summary>
    public static Schema Current { get; } = new("authkit_webhooks", 1, [WebhookTable.Rows]);
}
