using System.Text.Json.Serialization;

namespace AuthKit.AuthorizationServer;

/// <summary>RFC 8628 §3.2.</summary>
internal sealed record DeviceReply(
    [property: JsonPropertyName("device_code")] string DeviceCode,
    [property: JsonPropertyName("user_code")] string UserCode,
    [property: JsonPropertyName("verification_uri")] string VerificationUri,
    [property: JsonPropertyName("verification_uri_complete")] string VerificationUriComplete,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("interval")] int Interval)
{
    public static DeviceReply Of(DeviceAuthorization device, string page) =>
        new(device.DeviceCode, device.UserCode, page, $"{page}?user_code={device.UserCode}", device.ExpiresIn, device.Interval);
}
