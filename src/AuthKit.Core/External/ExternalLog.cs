using Microsoft.Extensions.Logging;

namespace AuthKit.External;

internal static partial class ExternalLog
{
    [LoggerMessage(EventId = 1601, Level = LogLevel.Warning, Message = "Provider {Provider} could not be asked about a token ({ExceptionType}).")]
    public static partial void Failed(this ILogger logger, string provider, string exceptionType);

    [LoggerMessage(EventId = 1603, Level = LogLevel.Error, Message = "An account's owner cannot be asked whether an identity at a provider is theirs: Mail.LinkUrl is not set, and Issuer is no http or https address to make it from.")]
    public static partial void NoLinkPage(this ILogger logger);

    [LoggerMessage(EventId = 1602, Level = LogLevel.Information, Message = "An identity at {Provider} names the address of account {UserId}, whose owner is asked by mail.")]
    public static partial void Asked(this ILogger logger, Guid userId, string provider);
}
