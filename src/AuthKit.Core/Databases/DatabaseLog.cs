using Microsoft.Extensions.Logging;

namespace AuthKit.Databases;

internal static partial class DatabaseLog
{
    [LoggerMessage(EventId = 1402, Level = LogLevel.Warning, Message = "The database of a tenant did not close cleanly: {Reason}")]
    public static partial void NotClosed(this ILogger logger, string reason);
}
