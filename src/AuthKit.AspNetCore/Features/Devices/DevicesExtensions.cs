using AuthKit.Features.Devices;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the list of devices to AuthKit.</summary>
public static class DevicesExtensions
{
    /// <summary>
    /// Lets owners see where they are signed in, name those devices and sign them out; sessions keep a short name of their device and the address that they were last used
    /// from (<see cref="AuthKit.Sessions.SessionOptions.KeepDevice"/>). It is idempotent.
    /// </summary>
    public static AuthKitBuilder AddDevices(this AuthKitBuilder builder) => builder.AddDevicesCore().AddFeature(new DevicesFeature());
}
