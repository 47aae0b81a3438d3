using AuthKit.Sessions;
using Microsoft.Extensions.Options;

namespace AuthKit;

/// <summary>What sessions keep of the device that a request came from (<see cref="SessionOptions.KeepDevice"/>).</summary>
internal sealed class SessionDevices(IOptions<AuthKitOptions> options)
{
    public SessionDevice? Of(FlowContext context) => options.Value.Sessions.KeepDevice ? new(DeviceLabel.Of(context.UserAgent), Address(context)) : null;

    public string? AddressOf(FlowContext context) => options.Value.Sessions.KeepDevice ? Address(context) : null;

    private static string? Address(FlowContext context) =>
        context.RemoteAddress is not { } address ? null : (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
}
