using AuthKit.Records;
using MongoDB.Driver;

namespace AuthKit.MongoDb;

/// <summary>Turns the driver's exceptions into the ports' own.</summary>
internal static class ErrorTranslation
{
    /// <returns>Null where the exception is to go on as it is: a duplicate key, or a fault in the program.</returns>
    public static Exception? Translate(Exception exception, CancellationToken cancellationToken)
    {
        // A command that is given up half-way looks to the driver like a connection that broke.
        if (exception is MongoException or TimeoutException && cancellationToken.IsCancellationRequested)
            return new OperationCanceledException("The caller gave up.", exception, cancellationToken);
        // In words of our own: the driver's describe the whole cluster, stack traces included.
        return Reason(exception) is { } reason ? new StoreUnavailableException($"The MongoDB database is unavailable: {reason}", exception) : null;
    }

    private static string? Reason(Exception exception) => exception switch
    {
        TimeoutException or MongoWaitQueueFullException => "no server of it answered in time.",
        MongoAuthenticationException => "it refused the credentials.",
        MongoConnectionException or MongoConnectionPoolPausedException => "the connection failed.",
        MongoNotPrimaryException or MongoNodeIsRecoveringException => "it is changing its primary.",
        MongoWriteConcernException or MongoWriteException { WriteError: null } => "a majority of its nodes did not confirm a write in time.",
        MongoExecutionTimeoutException => "a command took too long.",
        MongoException transient when transient.HasErrorLabel("RetryableWriteError") => "it could not serve a command for now.",
        MongoCommandException { Code: HostUnreachable or HostNotFound or NetworkTimeout or NoReachablePrimary or ExceededTimeLimit } => "a part of it cannot be reached.",
        _ => null,
    };

    // What mongos answers for a shard that it cannot reach.
    private const int HostUnreachable = 6;
    private const int HostNotFound = 7;
    private const int NetworkTimeout = 89;
    private const int NoReachablePrimary = 133;
    private const int ExceededTimeLimit = 262;
}
