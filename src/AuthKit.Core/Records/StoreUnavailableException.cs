namespace AuthKit.Records;

/// <summary>The store cannot be reached, or gave up; asking again later may succeed. The message holds no connection string.</summary>
/// <remarks>
/// Every member of a port throws it where the store cannot be reached, and <see cref="OperationCanceledException"/> where the
/// caller gave up; everything else comes back as a value.
/// </remarks>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>A store that cannot be reached.</summary>
    public StoreUnavailableException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }
}
