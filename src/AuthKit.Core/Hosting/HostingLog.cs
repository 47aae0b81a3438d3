using Microsoft.Extensions.Logging;

namespace AuthKit.Hosting;

internal static partial class HostingLog
{
    [LoggerMessage(EventId = 1001, Level = LogLevel.Warning, Message = "Configuration: {Warning}")]
    public static partial void Weaker(this ILogger logger, string warning);

    [LoggerMessage(EventId = 1002, Level = LogLevel.Error, Message = "The home database cannot be reached yet: {Reason}")]
    public static partial void HomeUnavailable(this ILogger logger, string reason);

    [LoggerMessage(EventId = 1003, Level = LogLevel.Debug, Message = "Swept {Sessions} sessions and {Grants} grants that had expired.")]
    public static partial void Swept(this ILogger logger, int sessions, int grants);

    [LoggerMessage(EventId = 1004, Level = LogLevel.Warning, Message = "Expired rows could not be swept: {Reason}")]
    public static partial void SweepFailed(this ILogger logger, string reason);

    [LoggerMessage(EventId = 1005, Level = LogLevel.Error, Message = "The home database is not as this release needs it: {Lack}")]
    public static partial void SchemaLacks(this ILogger logger, string lack);

    [LoggerMessage(EventId = 1006, Level = LogLevel.Warning, Message = "This node's clock and that of the home database's server are {Skew} apart: tokens and codes end too early or too late. Keep both by NTP.")]
    public static partial void ClockSkew(this ILogger logger, TimeSpan skew);
}
