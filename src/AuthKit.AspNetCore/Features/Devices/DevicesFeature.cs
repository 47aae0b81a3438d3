using AuthKit.Http;

namespace AuthKit.Features.Devices;

/// <summary>Owners of accounts see where they are signed in, and sign out there.</summary>
internal sealed class DevicesFeature() : Feature("devices")
{
    public override void Map(FeatureRoutes routes)
    {
        routes.Get("devices", DeviceFlows.List, static r => new(r.Bearer, r.Query("cursor", required: false)), DeviceList.Of);
        routes.Put("devices/{id}", DeviceFlows.Name, static r => new(r.Bearer, r.Route("id"), r.Optional("name")), DeviceModel.Of);
        routes.Delete("devices/{id}", DeviceFlows.End, static r => new(r.Bearer, r.Route("id")));
        routes.Post("devices/end-others", DeviceFlows.EndOthers, static r => new(r.Bearer));
    }
}
