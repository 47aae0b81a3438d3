namespace AuthKit.Records;

/// <summary>The store cannot be reached, or gave up; asking again later may succeed. The message holds no connection string.</summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>A store that cannot be reached.</summary>
    public StoreUnavailableException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }
}
