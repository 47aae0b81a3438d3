using Microsoft.Extensions.Logging;

namespace AuthKit.Tenants;

internal static partial class TenantLog
{
    [LoggerMessage(EventId = 1401, Level = LogLevel.Warning, Message = "A request named a database that is no tenant's (fingerprint {Fingerprint}).")]
    public static partial void UnknownSelector(this ILogger logger, string fingerprint);
}
