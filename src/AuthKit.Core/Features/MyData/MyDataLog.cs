using Microsoft.Extensions.Logging;

namespace AuthKit.Features.MyData;

internal static partial class MyDataLog
{
    [LoggerMessage(EventId = 1911, Level = LogLevel.Error, Message = "The owner of account {UserId} is not told how to take its deletion back.")]
    public static partial void NotTold(this ILogger logger, Guid userId, Exception exception);

    [LoggerMessage(EventId = 1912, Level = LogLevel.Warning, Message = "Account {UserId} is shut, and is erased with the next sweep.")]
    public static partial void ErasedLater(this ILogger logger, Guid userId, Exception exception);
}
