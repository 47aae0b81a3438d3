using Microsoft.Extensions.Logging;

namespace AuthKit.AuthorizationServer.Clients;

internal static partial class ClientLog
{
    [LoggerMessage(EventId = 1821, Level = LogLevel.Information, Message = "The client's document {Address} could not be had: {Reason}.")]
    public static partial void NotFetched(this ILogger logger, string address, string reason);

    [LoggerMessage(EventId = 1822, Level = LogLevel.Information, Message = "The client id metadata document {Address} cannot be used as it is: {Member}.")]
    public static partial void NotUsable(this ILogger logger, string address, string? member);

    [LoggerMessage(EventId = 1823, Level = LogLevel.Information, Message = "The registered client {ClientId} is refused by the security profile until it changes its registration: {Member}.")]
    public static partial void RuledOut(this ILogger logger, string clientId, string member);
}
