namespace AuthKit.Queues;

/// <summary>What waits in a queue.</summary>
internal interface IQueued
{
    /// <summary>Its id.</summary>
    Guid Id { get; }

    /// <summary>When nobody tries further.</summary>
    DateTimeOffset ExpiresAt { get; }

    /// <summary>When it may next be claimed. For a claimed one that is the end of the lease.</summary>
    DateTimeOffset DueAt { get; }

    /// <summary>How often it has been claimed.</summary>
    int Attempts { get; }
}
