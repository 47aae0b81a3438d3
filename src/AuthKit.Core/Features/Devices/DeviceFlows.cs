namespace AuthKit.Features.Devices;

/// <summary>What owners of accounts can do with their devices: a member for each flow, in the flow's own file.</summary>
public static partial class DeviceFlows;
