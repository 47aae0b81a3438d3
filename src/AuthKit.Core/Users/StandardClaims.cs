using System.Text.Json.Nodes;
using AuthKit.Tokens;

namespace AuthKit.Users;

/// <summary>What clients can learn of an account: the claims of OpenID Connect Core 1.0 §5.1.</summary>
internal static class StandardClaims
{
    /// <summary>All that there are, in the order in which they are written.</summary>
    public static IReadOnlyList<StandardClaim> All { get; } =
    [
        new("name", [Scopes.Profile], static user => Text(user.Profile.Name ?? $"{user.Profile.GivenName} {user.Profile.FamilyName}".Trim())),
        new("given_name", [Scopes.Profile, Scopes.FirstName], static user => Text(user.Profile.GivenName)),
        new("family_name", [Scopes.Profile, Scopes.LastName], static user => Text(user.Profile.FamilyName)),
        new("preferred_username", [Scopes.Profile, Scopes.UserName], static user => Text(user.UserName)),
        new("email", [Scopes.Email], static user => Text(user.Email)),
        new("email_verified", [Scopes.Email], static user => user.EmailVerified),
        new("phone_number", [Scopes.Phone], static user => Text(user.Profile.PhoneNumber)),
        // Nobody has called it.
        new("phone_number_verified", [Scopes.Phone], static user => string.IsNullOrEmpty(user.Profile.PhoneNumber) ? null : JsonValue.Create(false)),
        new("address", [Scopes.Address], static user => Text(user.Profile.Address) is { } formatted ? new JsonObject { ["formatted"] = formatted } : null),
    ];

    /// <summary>What an account has a value for (§5.3.2), of what is told.</summary>
    public static IEnumerable<KeyValuePair<string, JsonNode?>> Of(User user, Func<StandardClaim, bool> isTold) =>
        All.Where(isTold).Select(claim => KeyValuePair.Create(claim.Name, claim.Read(user))).Where(static claim => claim.Value is not null);

    private static JsonValue? Text(string? value) => string.IsNullOrEmpty(value) ? null : JsonValue.Create(value);
}

/// <summary>One of them.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Scopes">The values of scope that tell it (§5.4), the one that tells least beside it last.</param>
/// <param name="Read">Its value of an account; null where there is none.</param>
internal sealed record StandardClaim(string Name, IReadOnlyList<string> Scopes, Func<User, JsonNode?> Read)
{
    public bool IsOf(IReadOnlyList<string> scopes) => Scopes.Any(scopes.Contains);
}
