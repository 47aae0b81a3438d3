using System.Text.Json.Serialization;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>How registrations are kept and written: generated, so that a trimmed app can.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ClientMetadata))]
internal sealed partial class ClientMetadataJson : JsonSerializerContext;
