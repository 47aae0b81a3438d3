using AuthKit.AuthorizationServer;

namespace AuthKit.Security;

/// <summary>What an endpoint of the host's asks of access tokens.</summary>
/// <param name="Api">The interface that it belongs to; null for the host itself.</param>
/// <param name="Scopes">The scopes that it asks for.</param>
internal sealed record EndpointAccess(Api? Api, IReadOnlyList<string> Scopes)
{
    public static EndpointAccess Any { get; } = new(null, []);

    /// <summary>How long ago its user may have proved who they are; null where that is not asked.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>How strongly its user has to have proved it (<c>acr</c>); null where that is not asked.</summary>
    public string? Context { get; init; }

    /// <summary>Whom a token has to be for; null for the host itself.</summary>
    public IReadOnlyList<string>? Audience { get; } = Api is null ? null : [Api.Identifier];
}
