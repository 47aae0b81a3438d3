using Microsoft.Extensions.Logging;

namespace AuthKit.Http;

internal static partial class HttpLog
{
    [LoggerMessage(EventId = 1301, Level = LogLevel.Error, Message = "A request under contract {Contract} failed unexpectedly.")]
    public static partial void Unexpected(this ILogger logger, string contract, Exception exception);

    [LoggerMessage(EventId = 1302, Level = LogLevel.Error, Message = "A request under contract {Contract} could not reach its store: {Reason}")]
    public static partial void StoreUnavailable(this ILogger logger, string contract, string reason);

    [LoggerMessage(EventId = 1303, Level = LogLevel.Warning, Message = "Issuer has the path {Path}, and a request for its metadata came with the path base '{PathBase}': the addresses in it lead here only where UsePathBase(\"{Path}\") is called, or a proxy's prefix is forwarded as the path base.")]
    public static partial void IssuerPathUnserved(this ILogger logger, string path, string? pathBase);
}
