using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AuthKit.AuthorizationServer.Described;
using AuthKit.Http;
using AuthKit.Tokens;

namespace AuthKit.AuthorizationServer;

/// <summary>What each scope of the document tells of a user.</summary>
internal static class UserClaims
{
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
}

/// <summary>The reply of <c>/api</c>.</summary>
internal sealed record ScopedData([property: JsonPropertyName("data"), DescribedAs(typeof(ScopedMembers))] JsonObject Data);
