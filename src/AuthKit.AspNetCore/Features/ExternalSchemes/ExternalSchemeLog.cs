using Microsoft.Extensions.Logging;

namespace AuthKit.Features.ExternalSchemes;

internal static partial class ExternalSchemeLog
{
    [LoggerMessage(EventId = 1611, Level = LogLevel.Warning, Message = "A sign-in through the scheme {Scheme} came to nothing ({ExceptionType}).")]
    public static partial void RemoteFailed(this ILogger logger, string scheme, string? exceptionType);
}
