using Microsoft.Extensions.Logging;

namespace AuthKit.Tokens;

internal static partial class TokenLog
{
    [LoggerMessage(EventId = 1202, Level = LogLevel.Warning, Message = "The ring holds signing keys that this node cannot unprotect, so it made one of its own. Give all nodes of one database the same Data Protection key ring.")]
    public static partial void ForeignKeys(this ILogger logger);
}
