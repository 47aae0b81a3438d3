using Microsoft.Extensions.Logging;

namespace AuthKit.AuthorizationServer.Logouts;

internal static partial class LogoutLog
{
    [LoggerMessage(EventId = 1801, Level = LogLevel.Warning, Message = "Attempt {Attempt} to tell client {ClientId} that session {SessionId} has ended failed ({Error}); the next is in {RetryIn}.")]
    public static partial void NotTold(this ILogger logger, string clientId, Guid sessionId, int attempt, string error, TimeSpan retryIn);

    [LoggerMessage(EventId = 1802, Level = LogLevel.Error, Message = "Client {ClientId} is not told that session {SessionId} has ended: given up after {Attempts} attempts ({Error}).")]
    public static partial void GivenUp(this ILogger logger, string clientId, Guid sessionId, int attempts, string error);

    [LoggerMessage(EventId = 1803, Level = LogLevel.Warning, Message = "The logouts that clients have to be told cannot be reached ({ExceptionType}).")]
    public static partial void QueueUnavailable(this ILogger logger, string exceptionType);

    [LoggerMessage(EventId = 1804, Level = LogLevel.Warning, Message = "Clients are not told that the sessions of account {UserId} have ended.")]
    public static partial void NotEnqueued(this ILogger logger, Guid userId, Exception exception);
}
