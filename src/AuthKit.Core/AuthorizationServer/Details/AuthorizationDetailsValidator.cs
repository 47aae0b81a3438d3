using System.Text.Json;
using System.Text.Json.Nodes;
using AuthKit.AuthorizationServer.Clients;

namespace AuthKit.AuthorizationServer.Details;

/// <summary>Rich authorization requests (RFC 9396): details of the types that the host has added, each validated by its type.</summary>
internal sealed class AuthorizationDetailsValidator(IEnumerable<IAuthorizationDetailsType> types)
{
    private const int Most = 10;

    // Below what a session keeps, and what a code's request may have in all.
    private const int MaxLength = 3000;
    private const int MaxDepth = 8;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    private readonly Dictionary<string, IAuthorizationDetailsType> _types = types.ToDictionary(type => type.Type, StringComparer.Ordinal);

    /// <summary>The details as they would be granted, null where none were asked for; <see cref="Fault.InvalidAuthorizationDetails"/> where one is unknown, malformed, or refused by its type (§5).</summary>
    public async ValueTask<Outcome<GrantedDetails>> ValidateAsync(string? asked, Client client, CancellationToken cancellationToken)
    {
        if (asked is null)
            return GrantedDetails.None;
        if (asked.Length > MaxLength || Parse(asked) is not { Count: > 0 and <= Most } details)
            return Fault.InvalidAuthorizationDetails;
        var granted = new JsonArray();
        foreach (var detail in details)
        {
            if (detail is not JsonObject one || TypeOf(one) is not { } type || !MayAsk(client, type.Type)
                || await type.ValidateAsync(one.DeepClone().AsObject(), client, cancellationToken) is not { } possible)
                return Fault.InvalidAuthorizationDetails;
            var kept = possible.DeepClone();
            kept["type"] = type.Type;
            granted.Add(kept);
        }

        var json = granted.ToJsonString();
        return json.Length > MaxLength ? Fault.InvalidAuthorizationDetails : new GrantedDetails(JsonElement.Parse(json));
    }

    private static bool MayAsk(Client client, string type) => client.AuthorizationDetailsTypes.Count == 0 || client.AuthorizationDetailsTypes.Contains(type);

    private IAuthorizationDetailsType? TypeOf(JsonObject detail) =>
        detail["type"] is JsonValue value && value.TryGetValue<string>(out var name) ? _types.GetValueOrDefault(name) : null;

    private static JsonArray? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: Strict) as JsonArray;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Details that were found to be in order.</summary>
/// <param name="Json">The array; null for none.</param>
internal sealed record GrantedDetails(JsonElement? Json)
{
    public static GrantedDetails None { get; } = new((JsonElement?)null);
}
