using AuthKit.Events;
using Microsoft.Extensions.Logging;

namespace AuthKit.Docs.Tests.Listening;

/// <summary>Somebody has redeemed a voucher.</summary>
/// <param name="Campaign">What it was printed for.</param>
public sealed partial record VoucherRedeemed(string Campaign) : AuthEvent
{
    /// <inheritdoc/>
    protected override void Log(ILogger logger) => Redeemed(logger, Campaign, UserId);

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "A voucher of {Campaign} was redeemed by {UserId}.")]
    private static partial void Redeemed(ILogger logger, string campaign, Guid? userId);
}
