using System.Text.Json.Nodes;
using AuthKit.Sessions;

namespace AuthKit.Tokens;

/// <summary>What id tokens tell of users beside who they are.</summary>
internal interface IUserClaims
{
    /// <summary>The claims that a session's scope is for (OpenID Connect Core 1.0 §5.4).</summary>
    ValueTask<IEnumerable<KeyValuePair<string, JsonNode?>>> OfAsync(Session session, string tenant, CancellationToken cancellationToken);
}
