using Microsoft.Extensions.Logging;

namespace AuthKit.Hosting;

internal static partial class MappingLog
{
    [LoggerMessage(EventId = 1310, Level = LogLevel.Warning, Message = "AddAuthKit was called and MapAuthKit was not, so that none of its routes is served; call app.MapAuthKit().")]
    public static partial void NotMapped(this ILogger logger);
}
