using Microsoft.Extensions.Logging;

namespace AuthKit.Tokens;

internal static partial class TokenLog
{
    [LoggerMessage(EventId = 1201, Level = LogLevel.Information, Message = "{Use} key {Generation} was added to the ring; it signs from {From} to {To}.")]
    public static partial void KeyAdded(this ILogger logger, KeyUse use, int generation, DateTimeOffset from, DateTimeOffset to);

    [LoggerMessage(EventId = 1202, Level = LogLevel.Warning, Message = "The ring holds signing keys that this node cannot unprotect, so it made one of its own. Give all nodes of one database the same Data Protection key ring.")]
    public static partial void ForeignKeys(this ILogger logger);

    [LoggerMessage(EventId = 1203, Level = LogLevel.Warning, Message = "The key {Kid} was retired: nothing that it signed is accepted any more.")]
    public static partial void KeyRetired(this ILogger logger, string kid);
}
