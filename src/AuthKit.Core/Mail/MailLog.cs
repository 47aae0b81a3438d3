using Microsoft.Extensions.Logging;

namespace AuthKit.Mail;

internal static partial class MailLog
{
    [LoggerMessage(EventId = 1503, Level = LogLevel.Warning, Message = "The outbox cannot be reached ({ExceptionType}).")]
    public static partial void OutboxUnavailable(this ILogger logger, string exceptionType);

    [LoggerMessage(EventId = 1504, Level = LogLevel.Information, Message = "A mail that was asked for is not sent: its address has had one a moment ago, or enough for a day.")]
    public static partial void Bounded(this ILogger logger);
}
