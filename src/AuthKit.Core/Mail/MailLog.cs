using Microsoft.Extensions.Logging;

namespace AuthKit.Mail;

internal static partial class MailLog
{
    [LoggerMessage(EventId = 1501, Level = LogLevel.Error, Message = "A mail could not be sent ({ExceptionType}).")]
    public static partial void NotSent(this ILogger logger, string exceptionType);

    [LoggerMessage(EventId = 1502, Level = LogLevel.Error, Message = "A mail was dropped: {Capacity} others are waiting.")]
    public static partial void QueueFull(this ILogger logger, int capacity);
}
