using System.Text.Json.Serialization;

namespace AuthKit.AuthorizationServer;

/// <summary>An error as RFC 6749 §5.2 has it.</summary>
internal sealed record OAuthFailure(
    [property: JsonPropertyName("error")] string Error,
    [property: JsonPropertyName("error_description")] string? ErrorDescription)
{
    public static OAuthFailure Of(Failure failure, string sentence) => new(failure.Fault.OAuthError, sentence);
}
