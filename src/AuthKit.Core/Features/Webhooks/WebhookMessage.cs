using AuthKit.Queues;

namespace AuthKit.Features.Webhooks;

/// <summary>An event that an endpoint has still to be told of. It is signed when it is sent, by the secrets that the host then has.</summary>
internal sealed record WebhookMessage : IQueued
{
    /// <summary>Its id, the same at every attempt.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is: <see cref="WebhookLane.Id"/>.</summary>
    public required string Lane { get; init; }

    /// <summary>The name of the event.</summary>
    public required string Type { get; init; }

    /// <summary>What is posted.</summary>
    public required byte[] Body { get; init; }

    /// <summary>When it was enqueued.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public int Attempts { get; init; }

    public override string ToString() => $"{Type} {Id}";
}
