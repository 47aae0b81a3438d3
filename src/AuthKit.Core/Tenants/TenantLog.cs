using Microsoft.Extensions.Logging;

namespace AuthKit.Tenants;

internal static partial class TenantLog
{
    [LoggerMessage(EventId = 1401, Level = LogLevel.Warning, Message = "A request named a database that is no tenant's (fingerprint {Fingerprint}).")]
    public static partial void UnknownSelector(this ILogger logger, string fingerprint);

    [LoggerMessage(EventId = 1402, Level = LogLevel.Warning, Message = "The database of a tenant did not close cleanly: {Reason}")]
    public static partial void NotClosed(this ILogger logger, string reason);
}
