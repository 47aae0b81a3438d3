using AuthKit.Tokens;

namespace AuthKit.SignIns;

/// <summary>Whom the tokens of a sign-in will be for, authenticated already.</summary>
public sealed record SignInClient
{
    internal SignInClient(string id) => Id = id;

    /// <summary>The client, or the contract for callers that present none.</summary>
    public string Id { get; }

    /// <summary>The client, where one has presented itself.</summary>
    internal ITokenClient? Client { get; init; }

    /// <summary>The key that access tokens are bound to, as <see cref="Sessions.Session.Confirmation"/> has it.</summary>
    internal string? AccessKey { get; init; }

    /// <summary>The key that refresh tokens are bound to.</summary>
    internal string? RefreshKey { get; init; }
}
