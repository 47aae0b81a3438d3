using Microsoft.Extensions.Logging;

namespace AuthKit.AuthorizationServer.Codes;

internal static partial class CodeLog
{
    [LoggerMessage(EventId = 1601, Level = LogLevel.Warning, Message = "Client {ClientId} presented an authorization code a second time; session {SessionId} is revoked.")]
    public static partial void CodeReplayed(this ILogger logger, string clientId, Guid sessionId);
}
