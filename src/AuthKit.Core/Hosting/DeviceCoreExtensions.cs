using AuthKit.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the list of devices without a web framework.</summary>
public static class DeviceCoreExtensions
{
    /// <summary>Adds the flows of devices, and has sessions keep what device they are on. On ASP.NET Core call <c>AddDevices</c> instead. It is idempotent.</summary>
    public static AuthKitBuilder AddDevicesCore(this AuthKitBuilder builder)
    {
        builder.Services.TryAddSingleton<ClientNames>();
        builder.Services.Configure<AuthKit.AuthKitOptions>(static options => options.Sessions.KeepDevice = true);
        return builder;
    }
}
