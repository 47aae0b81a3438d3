using System.Text.Json.Nodes;
using AuthKit.Sessions;

namespace AuthKit.Tokens;

/// <summary>What id tokens tell of users beside who they are.</summary>
internal interface IUserClaims
{
    /// <summary>The claims that the session's client asked for by name (OpenID Connect Core 1.0 §5.5) and, where that is wanted, those that its scope is for (§5.4).</summary>
    ValueTask<IEnumerable<KeyValuePair<string, JsonNode?>>> OfAsync(Session session, string tenant, bool byScope, CancellationToken cancellationToken);
}
