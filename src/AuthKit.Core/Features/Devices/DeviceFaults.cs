namespace AuthKit.Features.Devices;

/// <summary>What devices fail with in words of their own.</summary>
public static class DeviceFaults
{
    /// <summary>The account has no such session, or it has ended.</summary>
    public static Fault NotFound { get; } = new("device_not_found", like: Fault.NotFound, "There is no such device.");
}
