using System.Text.Json.Nodes;

namespace AuthKit.AuthorizationServer.Exchanges;

/// <summary>The <c>act</c> claim (RFC 8693 §4.1): who acts, and within that who acted before.</summary>
internal static class Delegation
{
    /// <summary>The claim of a new token; null where nobody acts. Who acted before stays to be seen, whoever comes next.</summary>
    public static string? Of(StandingToken subject, StandingToken? actor)
    {
        if (actor is null)
            return subject.Token.ActedBy;
        var claim = new JsonObject { ["sub"] = actor.Subject };
        if (subject.Token.ActedBy is { } before)
            claim["act"] = JsonNode.Parse(before);
        return claim.ToJsonString();
    }
}
