using Microsoft.Extensions.Logging;

namespace AuthKit.Users;

internal static partial class UserLog
{
    [LoggerMessage(EventId = 1101, Level = LogLevel.Warning, Message = "Account {UserId} is closed for a while after {Failures} failed sign-ins.")]
    public static partial void Locked(this ILogger logger, Guid userId, int failures);

    [LoggerMessage(EventId = 1102, Level = LogLevel.Warning, Message = "A superseded refresh token of session {SessionId} was presented; the session is revoked.")]
    public static partial void Replayed(this ILogger logger, Guid sessionId);

    [LoggerMessage(EventId = 1104, Level = LogLevel.Warning, Message = "The former sessions of account {UserId} count no more, but their rows could not be marked as revoked.")]
    public static partial void NotRevoked(this ILogger logger, Guid userId, Exception exception);

    [LoggerMessage(EventId = 1105, Level = LogLevel.Information, Message = "The refresh token that session {SessionId} had until {Seconds:0.#} seconds ago was presented again; it got the same successor.")]
    public static partial void AnsweredAgain(this ILogger logger, Guid sessionId, double seconds);
}
