using Microsoft.Extensions.Logging;

namespace AuthKit.Features.EmailConfirmation;

internal static partial class EmailConfirmationLog
{
    [LoggerMessage(EventId = 1901, Level = LogLevel.Error, Message = "The former address of account {UserId} is not told that the account has another.")]
    public static partial void NotTold(this ILogger logger, Guid userId, Exception exception);
}
