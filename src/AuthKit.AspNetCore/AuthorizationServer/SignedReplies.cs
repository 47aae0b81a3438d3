using System.Text.Json;
using AuthKit.Http;

namespace AuthKit.AuthorizationServer;

/// <summary>The replies that are JWTs where their client wants that.</summary>
internal static class SignedReplies
{
    /// <summary>The media type of a signed reply of introspection (RFC 9701 §4), by which it is asked for.</summary>
    public const string Introspection = "application/token-introspection+jwt";

    /// <summary>OpenID Connect Core 1.0 §5.3.2.</summary>
    public static SignReply? Of(UserInfo info) => info.SignedFor is { } client ? new(SignedReply.UserInfo, client, info.Claims) : null;

    /// <summary>RFC 9701 §5.</summary>
    public static SignReply? Of(TokenFacts facts) => facts.SignedFor is { } client
        ? new(SignedReply.Introspection, client, new() { ["token_introspection"] = JsonSerializer.SerializeToNode(IntrospectionReply.Of(facts), ReplyWriter.Json.GetTypeInfo(typeof(IntrospectionReply))) })
        : null;
}
