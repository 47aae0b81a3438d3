namespace AuthKit.Relational;

/// <summary>How a statement ends for a caller who gives up, or whose request has taken its time.</summary>
public enum Cancellation
{
    /// <summary>The driver is told, and ends the statement.</summary>
    OfStatement,

    /// <summary>The caller waits no longer; the driver, which would block a thread to end the statement, ends it at its own time limit.</summary>
    OfWaiting,

    /// <summary>The caller waits no longer; at the time limit, which is not the driver's, the driver is told on a thread of its own, which it may block.</summary>
    Aside,
}
