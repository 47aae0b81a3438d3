using AuthKit.Events;
using Microsoft.Extensions.Logging;

namespace AuthKit.Docs.Tests.Listening;

/// <summary>Somebody has redeemed a voucher.</summary>
/// <param name="Campaign">What it was printed for.</param>
public sealed record VoucherRedeemed(string Campaign) : AuthEvent
{
    /// <inheritdoc/>
    protected override void Log(ILogger logger) => logger.VoucherRedeemed(Campaign, UserId);
}

internal static partial class VoucherLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "A voucher of {Campaign} was redeemed by {UserId}.")]
    public static partial void VoucherRedeemed(this ILogger logger, string campaign, Guid? userId);
}
