using System.Text.Json.Serialization;

namespace AuthKit.Features.Devices;

/// <summary>A page of the devices that an account is signed in on.</summary>
internal sealed record DeviceList(IReadOnlyList<DeviceModel> Devices, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next)
{
    public static DeviceList Of(DevicePage page) => new([.. page.Devices.Select(DeviceModel.Of)], page.Next);
}

/// <summary>A device that an account is signed in on.</summary>
internal sealed record DeviceModel(Guid Id, string ClientId, string ClientName, string? Device, string? Address, string? Name, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, bool Current)
{
    public static DeviceModel Of(Device device) =>
        new(device.Id, device.ClientId, device.ClientName, device.Label, device.Address, device.Name, device.CreatedAt, device.LastUsedAt, device.IsCurrent);
}
