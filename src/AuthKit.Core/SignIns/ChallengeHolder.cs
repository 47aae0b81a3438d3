using AuthKit.Tokens;

namespace AuthKit.SignIns;

/// <summary>Whom a challenge is good for, which is whoever began.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="AccessKey">The key that it holds; null where it has to show none.</param>
internal sealed record ChallengeHolder(string ClientId, string? AccessKey)
{
    /// <summary>Whether the authorization server's pages ask.</summary>
    public bool InBrowser { get; private init; }

    /// <summary>The session whose owner proves again who they are; null where somebody signs in.</summary>
    public Guid? SessionId { get; private init; }

    /// <summary>Whoever signs in.</summary>
    public static ChallengeHolder Of(SignInClient? client, FlowContext context) => new(client?.Id ?? context.ClientId, client?.AccessKey) { InBrowser = client is null };

    /// <summary>Whoever is signed in.</summary>
    public static ChallengeHolder Of(Caller caller) => new(caller.ClientId, caller.Confirmation) { SessionId = caller.SessionId };
}
