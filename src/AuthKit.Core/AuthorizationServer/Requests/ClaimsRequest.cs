using System.Text.Json;
using AuthKit.Sessions;

namespace AuthKit.AuthorizationServer.Requests;

/// <summary>The <c>claims</c> parameter (OpenID Connect Core 1.0 §5.5): what a client wants to know by name, and of whom.</summary>
internal sealed record ClaimsRequest
{
    /// <summary>The most characters of it.</summary>
    public const int MaxLength = 2000;

    private const int MaxClaims = 50;

    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>The names asked of the userinfo endpoint.</summary>
    public IReadOnlyList<string> UserInfo { get; private init; } = [];

    /// <summary>The names asked of id tokens.</summary>
    public IReadOnlyList<string> IdToken { get; private init; } = [];

    /// <summary>Each asks for one of several users (§5.5.1); none where anybody will do.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Subjects { get; private init; } = [];

    /// <summary>How strongly the user has to have signed in, one of these (§5.5.1.1); null where the client can do without.</summary>
    public IReadOnlyList<string>? EssentialContexts { get; private init; }

    /// <summary>The same where it can do without, the dearest first.</summary>
    public IReadOnlyList<string> PreferredContexts { get; private init; } = [];

    /// <summary>As it is kept with a session; null where it asks for no names.</summary>
    public RequestedClaims? Kept => UserInfo.Count + IdToken.Count == 0 ? null : new()
    {
        UserInfo = UserInfo.Count > 0 ? UserInfo : null,
        IdToken = IdToken.Count > 0 ? IdToken : null,
    };

    /// <summary>The request; null where it is not written as the standard has it.</summary>
    /// <param name="sent">The parameter.</param>
    /// <param name="isTold">Whether the client may know a claim: what there is not, or is not for it, is passed over.</param>
    public static ClaimsRequest? Of(string sent, Func<string, bool> isTold)
    {
        if (sent.Length > MaxLength)
            return null;
        try
        {
            using var document = JsonDocument.Parse(sent, Json);
            return document.RootElement.ValueKind is JsonValueKind.Object && Members(document.RootElement, "userinfo") is { } userInfo && Members(document.RootElement, "id_token") is { } idToken
                ? Of(userInfo, idToken, isTold)
                : null;
        }
        // Half of a surrogate pair is no text.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ClaimsRequest Of(List<RequestedClaim> userInfo, List<RequestedClaim> idToken, Func<string, bool> isTold) => new()
    {
        UserInfo = [.. userInfo.Select(static claim => claim.Name).Where(isTold)],
        IdToken = [.. idToken.Select(static claim => claim.Name).Where(isTold)],
        Subjects = [.. userInfo.Concat(idToken).Where(static claim => claim is { Name: "sub", Values: not null }).Select(static claim => claim.Values!)],
        EssentialContexts = idToken.Find(static claim => claim is { Name: "acr", IsEssential: true, Values: not null })?.Values,
        PreferredContexts = idToken.Find(static claim => claim is { Name: "acr", IsEssential: false, Values: not null })?.Values ?? [],
    };

    private static List<RequestedClaim>? Members(JsonElement request, string member)
    {
        if (!request.TryGetProperty(member, out var asked) || asked.ValueKind is JsonValueKind.Null)
            return [];
        if (asked.ValueKind is not JsonValueKind.Object || asked.GetPropertyCount() > MaxClaims)
            return null;
        var claims = asked.EnumerateObject().Select(static claim => RequestedClaim.Of(claim.Name, claim.Value)).OfType<RequestedClaim>().ToList();
        return claims.Count == asked.GetPropertyCount() ? claims : null;
    }

    /// <param name="Name">What is asked for.</param>
    /// <param name="IsEssential">Whether the client cannot do without.</param>
    /// <param name="Values">The values of which it wants one; null where any will do.</param>
    private sealed record RequestedClaim(string Name, bool IsEssential, IReadOnlyList<string>? Values)
    {
        /// <summary>§5.5.1: null, or an object of which these members are understood.</summary>
        public static RequestedClaim? Of(string name, JsonElement asked)
        {
            if (asked.ValueKind is JsonValueKind.Null)
                return new(name, false, null);
            if (asked.ValueKind is not JsonValueKind.Object)
                return null;
            var hasEssential = asked.TryGetProperty("essential", out var essential);
            var hasValues = asked.TryGetProperty("values", out var values);
            if ((hasEssential && essential.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) || (hasValues && values.ValueKind is not JsonValueKind.Array))
                return null;
            return new(name, hasEssential && essential.GetBoolean(), asked.TryGetProperty("value", out var value) ? [Text(value)] : hasValues ? [.. values.EnumerateArray().Select(Text)] : null);
        }

        private static string Text(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();
    }
}
