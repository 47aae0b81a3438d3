using System.Text.Json.Serialization;
using AuthKit.Http;

namespace AuthKit.AuthorizationServer.Described;

/// <summary>The data of the document's <c>/api</c>: a member is there where its scope is, and null where the account has no value.</summary>
internal sealed record ScopedMembers
{
    [JsonPropertyName("email"), DescribedAs(typeof(string), Optional = true)]
    public string? Email { get; init; }

    [JsonPropertyName("username"), DescribedAs(typeof(string), Optional = true)]
    public string? UserName { get; init; }

    [JsonPropertyName("firstname"), DescribedAs(typeof(string), Optional = true)]
    public string? FirstName { get; init; }

    [JsonPropertyName("lastname"), DescribedAs(typeof(string), Optional = true)]
    public string? LastName { get; init; }

    [JsonPropertyName("phone"), DescribedAs(typeof(string), Optional = true)]
    public string? Phone { get; init; }
}
