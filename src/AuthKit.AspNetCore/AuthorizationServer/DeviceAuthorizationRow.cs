using AuthKit.AuthorizationServer.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer;

/// <summary>Device authorization, with the address of the page where the person types the code.</summary>
internal static class DeviceAuthorizationRow
{
    public static Flow<AuthorizeDevice, DeviceReply> Flow(OAuthContract contract) => new(async (services, command, context, cancellationToken) =>
    {
        var page = contract.AddressOf(OAuthPages.Device, services.GetRequiredService<IOptions<AuthKitOptions>>().Value);
        return (await OAuthFlows.AuthorizeDevice.RunAsync(services, command, context, cancellationToken)).Succeeded(out var device, out var failure)
            ? DeviceReply.Of(device, page)
            : failure;
    }) { KeepsRequests = OAuthFlows.AuthorizeDevice.KeepsRequests, Fails = OAuthFlows.AuthorizeDevice.Fails };
}
