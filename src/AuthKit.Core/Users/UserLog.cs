using Microsoft.Extensions.Logging;

namespace AuthKit.Users;

internal static partial class UserLog
{
    [LoggerMessage(EventId = 1101, Level = LogLevel.Warning, Message = "Account {UserId} is closed for a while after {Failures} failed sign-ins.")]
    public static partial void Locked(this ILogger logger, Guid userId, int failures);

    [LoggerMessage(EventId = 1102, Level = LogLevel.Warning, Message = "A superseded refresh token of session {SessionId} was presented; the session is revoked.")]
    public static partial void Replayed(this ILogger logger, Guid sessionId);

    [LoggerMessage(EventId = 1103, Level = LogLevel.Warning, Message = "Account {UserId} lost its unverified password, because {Provider} vouched for the owner of its address.")]
    public static partial void PasswordRemoved(this ILogger logger, Guid userId, string provider);
}
