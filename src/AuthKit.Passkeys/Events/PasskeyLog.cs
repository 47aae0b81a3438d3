using System.Net;
using Microsoft.Extensions.Logging;

namespace AuthKit.Passkeys.Events;

/// <summary>What is logged of passkeys' events: each as the method of its name.</summary>
internal static partial class PasskeyLog
{
    [LoggerMessage(EventId = 1931, Level = LogLevel.Information, Message = "Passkey {PasskeyId} opens account {UserId} of tenant '{Tenant}' from now on; added in session {SessionId}, from {Address}.")]
    public static partial void PasskeyAdded(this ILogger logger, Guid passkeyId, Guid? userId, string? tenant, Guid? sessionId, IPAddress? address);

    [LoggerMessage(EventId = 1932, Level = LogLevel.Information, Message = "Passkey {PasskeyId} does not open account {UserId} of tenant '{Tenant}' any more; removed in session {SessionId}, from {Address}.")]
    public static partial void PasskeyRemoved(this ILogger logger, Guid passkeyId, Guid? userId, string? tenant, Guid? sessionId, IPAddress? address);

    [LoggerMessage(EventId = 1933, Level = LogLevel.Information, Message = "Passkey {PasskeyId} of account {UserId} of tenant '{Tenant}' was renamed in session {SessionId}, from {Address}.")]
    public static partial void PasskeyRenamed(this ILogger logger, Guid passkeyId, Guid? userId, string? tenant, Guid? sessionId, IPAddress? address);

    [LoggerMessage(EventId = 1934, Level = LogLevel.Warning, Message = "Passkey {PasskeyId} of account {UserId} of tenant '{Tenant}' was refused, because its signature counter did not rise: it may have been copied. It was presented from {Address}.")]
    public static partial void PasskeyCloned(this ILogger logger, Guid passkeyId, Guid? userId, string? tenant, IPAddress? address);
}
