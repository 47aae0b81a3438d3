using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AuthKit.AuthorizationServer.Described;
using AuthKit.Http;
using AuthKit.Tokens;
using AuthKit.Users;

namespace AuthKit.AuthorizationServer;

/// <summary>What each scope tells of a user.</summary>
internal static class UserClaims
{
    /// <summary>The claims of OpenID Connect Core 1.0 §5.1 and §5.4; those that the account has no value for are left out (§5.3.2).</summary>
    public static JsonObject Of(UserInfo info)
    {
        var (user, profile) = (info.User, info.User.Profile);
        var claims = new JsonObject { ["sub"] = info.Subject };
        Add("name", profile.Name ?? FullName(profile), Scopes.Profile);
        Add("given_name", profile.GivenName, Scopes.Profile, Scopes.FirstName);
        Add("family_name", profile.FamilyName, Scopes.Profile, Scopes.LastName);
        Add("preferred_username", user.UserName, Scopes.Profile, Scopes.UserName);
        Add("email", user.Email, Scopes.Email);
        if (info.Scopes.Contains(Scopes.Email))
            claims["email_verified"] = user.EmailVerified;
        Add("phone_number", profile.PhoneNumber, Scopes.Phone);
        if (info.Scopes.Contains(Scopes.Address) && !string.IsNullOrEmpty(profile.Address))
            claims["address"] = new JsonObject { ["formatted"] = profile.Address };
        return claims;

        void Add(string name, string? value, params IEnumerable<string> scopes)
        {
            if (!string.IsNullOrEmpty(value) && scopes.Any(info.Scopes.Contains))
                claims[name] = value;
        }
    }

    /// <summary>The data of the document's <c>/api</c>: a member for each of its scopes, null where the account has no value.</summary>
    public static ScopedData Documented(UserInfo info)
    {
        var data = new JsonObject();
        Add(Scopes.Email, info.User.Email);
        Add(Scopes.UserName, info.User.UserName);
        Add(Scopes.FirstName, info.User.Profile.GivenName);
        Add(Scopes.LastName, info.User.Profile.FamilyName);
        Add(Scopes.Phone, info.User.Profile.PhoneNumber);
        return new(data);

        void Add(string scope, string? value)
        {
            if (info.Scopes.Contains(scope))
                data[scope] = value;
        }
    }

    private static string FullName(UserProfile profile) => $"{profile.GivenName} {profile.FamilyName}".Trim();
}

/// <summary>The reply of <c>/api</c>.</summary>
internal sealed record ScopedData([property: JsonPropertyName("data"), DescribedAs(typeof(ScopedMembers))] JsonObject Data);
