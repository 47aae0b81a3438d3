using Microsoft.Extensions.Logging;

namespace AuthKit.Mail;

internal static partial class MailLog
{
    [LoggerMessage(EventId = 1501, Level = LogLevel.Warning, Message = "Attempt {Attempt} to send mail {Mail} failed ({ExceptionType}); the next is in {Delay}.")]
    public static partial void NotSent(this ILogger logger, Guid mail, int attempt, string exceptionType, TimeSpan delay);

    [LoggerMessage(EventId = 1502, Level = LogLevel.Error, Message = "Mail {Mail} ({Kind}) is given up after {Attempts} attempts: {Reason}. It stays in the outbox without what it was worded from.")]
    public static partial void Dead(this ILogger logger, Guid mail, string kind, int attempts, string reason);

    [LoggerMessage(EventId = 1503, Level = LogLevel.Warning, Message = "The outbox cannot be reached ({ExceptionType}).")]
    public static partial void OutboxUnavailable(this ILogger logger, string exceptionType);

    [LoggerMessage(EventId = 1504, Level = LogLevel.Information, Message = "A mail that was asked for is not sent: its address has had one a moment ago, or enough for a day.")]
    public static partial void Bounded(this ILogger logger);
}
