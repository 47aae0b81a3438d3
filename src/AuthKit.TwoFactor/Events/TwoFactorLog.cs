using System.Net;
using Microsoft.Extensions.Logging;

namespace AuthKit.TwoFactor.Events;

/// <summary>What is logged of two-factor authentication: each event as the method of its name.</summary>
internal static partial class TwoFactorLog
{
    [LoggerMessage(EventId = 1941, Level = LogLevel.Information, Message = "An authenticator is the second factor of account {UserId} of tenant '{Tenant}' from now on, in place of another: {Replaced}; confirmed in session {SessionId}, from {Address}.")]
    public static partial void TwoFactorEnabled(this ILogger logger, Guid? userId, string? tenant, Guid? sessionId, bool replaced, IPAddress? address);

    [LoggerMessage(EventId = 1942, Level = LogLevel.Information, Message = "Account {UserId} of tenant '{Tenant}' has no authenticator any more; removed in session {SessionId}, from {Address}.")]
    public static partial void TwoFactorDisabled(this ILogger logger, Guid? userId, string? tenant, Guid? sessionId, IPAddress? address);

    [LoggerMessage(EventId = 1943, Level = LogLevel.Information, Message = "A recovery code of account {UserId} of tenant '{Tenant}' was used, {Left} are left; it came from {Address}.")]
    public static partial void RecoveryCodeUsed(this ILogger logger, Guid? userId, string? tenant, int left, IPAddress? address);

    [LoggerMessage(EventId = 1944, Level = LogLevel.Information, Message = "Account {UserId} of tenant '{Tenant}' has other recovery codes from now on; made in session {SessionId}, from {Address}.")]
    public static partial void RecoveryCodesRemade(this ILogger logger, Guid? userId, string? tenant, Guid? sessionId, IPAddress? address);

    [LoggerMessage(EventId = 1945, Level = LogLevel.Information, Message = "A device is spared the second factor of account {UserId} of tenant '{Tenant}' until {Until}; it signed in from {Address}.")]
    public static partial void DeviceTrusted(this ILogger logger, Guid? userId, string? tenant, DateTimeOffset until, IPAddress? address);

    [LoggerMessage(EventId = 1946, Level = LogLevel.Information, Message = "Device {DeviceId} is not spared the second factor of account {UserId} of tenant '{Tenant}' any more; forgotten in session {SessionId}, from {Address}.")]
    public static partial void DeviceForgotten(this ILogger logger, Guid deviceId, Guid? userId, string? tenant, Guid? sessionId, IPAddress? address);

    [LoggerMessage(EventId = 1947, Level = LogLevel.Error, Message = "The authenticator of account {UserId} of tenant '{Tenant}' cannot be read: the keys of Data Protection that it was protected under are gone, or its row was altered. Nobody can prove the account's second factor.")]
    public static partial void SecretUnreadable(this ILogger logger, Guid userId, string tenant, Exception exception);
}
