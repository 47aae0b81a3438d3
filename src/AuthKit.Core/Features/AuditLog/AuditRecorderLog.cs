using Microsoft.Extensions.Logging;

namespace AuthKit.Features.AuditLog;

internal static partial class AuditRecorderLog
{
    [LoggerMessage(EventId = 1755, Level = LogLevel.Error, Message = "{Event} of account {UserId} of tenant '{Tenant}' is not in the audit log ({ExceptionType}).")]
    public static partial void NotKept(this ILogger logger, string @event, Guid? userId, string? tenant, string exceptionType);
}
