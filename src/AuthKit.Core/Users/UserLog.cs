using Microsoft.Extensions.Logging;

namespace AuthKit.Users;

internal static partial class UserLog
{
    [LoggerMessage(EventId = 1104, Level = LogLevel.Warning, Message = "The former sessions of account {UserId} count no more, but their rows could not be marked as revoked.")]
    public static partial void NotRevoked(this ILogger logger, Guid userId, Exception exception);
}
