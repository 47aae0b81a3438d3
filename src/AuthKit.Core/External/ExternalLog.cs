using Microsoft.Extensions.Logging;

namespace AuthKit.External;

internal static partial class ExternalLog
{
    [LoggerMessage(EventId = 1601, Level = LogLevel.Warning, Message = "Provider {Provider} could not be asked about a token ({ExceptionType}).")]
    public static partial void Failed(this ILogger logger, string provider, string exceptionType);
}
