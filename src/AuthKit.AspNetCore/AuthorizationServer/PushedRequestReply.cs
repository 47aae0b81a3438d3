using System.Text.Json.Serialization;
using AuthKit.AuthorizationServer.Requests;

namespace AuthKit.AuthorizationServer;

/// <summary>RFC 9126 §2.2.</summary>
internal sealed record PushedRequestReply(
    [property: JsonPropertyName("request_uri")] string RequestUri,
    [property: JsonPropertyName("expires_in")] int ExpiresIn)
{
    public static PushedRequestReply Of(PushedRequest request) => new(request.RequestUri, request.ExpiresIn);
}
