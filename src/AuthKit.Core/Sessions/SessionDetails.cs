using System.Text.Json;
using System.Text.Json.Serialization;

namespace AuthKit.Sessions;

/// <summary>What a session was granted beside its scope, for as long as it lasts.</summary>
internal sealed record SessionDetails
{
    /// <summary>The most characters that are kept.</summary>
    public const int MaxLength = 4000;

    private static readonly SessionDetails Nothing = new();

    // For nobody.
    private static readonly SessionDetails Unreadable = new() { Resources = [] };

    /// <summary>The interfaces that access tokens may be had for (RFC 8707 §2); null for the host's own.</summary>
    [JsonPropertyName("resources")]
    public IReadOnlyList<string>? Resources { get; init; }

    /// <summary>The authorization details (RFC 9396 §5), an array; null for none.</summary>
    [JsonPropertyName("authorization_details")]
    public JsonElement? AuthorizationDetails { get; init; }

    /// <summary>The sessions whose tokens were exchanged for this one's, the nearest first (RFC 8693): it counts while all of them stand. Null where there are none.</summary>
    [JsonPropertyName("exchanged_from")]
    public IReadOnlyList<Guid>? ExchangedFrom { get; init; }

    /// <summary>The claims asked for by name; null for those of the scope alone.</summary>
    [JsonPropertyName("claims")]
    public RequestedClaims? Claims { get; init; }

    /// <summary>Who acts as the user, as the <c>act</c> claim has it (RFC 8693 §4.1): an administrator, where the user has not signed in themselves. Null where they have.</summary>
    [JsonPropertyName("act")]
    public JsonElement? Actor { get; init; }

    /// <summary>How the user proved who they are (RFC 8176); null for a password alone.</summary>
    [JsonPropertyName("amr")]
    public IReadOnlyList<string>? KeptMethods { get; init; }

    /// <summary>How the user proved who they are (RFC 8176); none where another provider vouched for it.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Methods => KeptMethods ?? AuthenticationMethods.PasswordAlone;

    /// <summary>Nothing beside how the user proved who they are.</summary>
    public static SessionDetails Of(IReadOnlyList<string> methods) =>
        AuthenticationMethods.Kept(methods) is { } kept ? new() { KeptMethods = kept } : Nothing;

    public static SessionDetails Of(Session session) => Of(session.Details);

    public static SessionDetails Of(string? details)
    {
        if (details is not { } json)
            return Nothing;
        try
        {
            return JsonSerializer.Deserialize(json, SessionDetailsJson.Default.SessionDetails) ?? Unreadable;
        }
        catch (JsonException)
        {
            // Whoever owns a tenant's database can write anything into it.
            return Unreadable;
        }
    }

    /// <summary>As it is kept; null where there is nothing to keep.</summary>
    public string? Write() => this == Nothing ? null : JsonSerializer.Serialize(this, SessionDetailsJson.Default.SessionDetails);
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SessionDetails))]
internal sealed partial class SessionDetailsJson : JsonSerializerContext;
