namespace AuthKit.Stores.Tests.Notes;

/// <summary>A noun that no adapter has heard of.</summary>
public sealed record Note
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>Unique among the user's notes.</summary>
    public required string Title { get; init; }

    public string? Text { get; init; }

    public DateTimeOffset? ReadAt { get; init; }
}
