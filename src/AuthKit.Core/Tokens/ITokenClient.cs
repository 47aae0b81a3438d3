namespace AuthKit.Tokens;

/// <summary>What tokens have to know of the client that they are for.</summary>
internal interface ITokenClient
{
    /// <summary>The sector by which the client's pairwise subjects are computed (OpenID Connect Core 1.0 §8.1); null where it knows users by their public subject.</summary>
    string? Sector { get; }

    /// <summary>What its id tokens are signed with, of <see cref="SigningAlgorithms"/>; null where it does not say.</summary>
    string? IdTokenAlgorithm { get; }
}

/// <summary>The clients, as far as tokens have to know them.</summary>
internal interface ITokenClients
{
    /// <summary>Whether whoever has this id is the host's own: a contract, or a client that is listed as first-party.</summary>
    bool IsOwn(string id);

    /// <summary>What of a scope a user can have granted whoever has this id.</summary>
    ValueTask<string> LimitAsync(string id, string scope, CancellationToken cancellationToken);

    /// <summary>For how long what whoever has this id is given lasts: what the host says of that client, else of all.</summary>
    TokenLifetimes LifetimesOf(string id);

    /// <summary>Whether the client with this id has had itself taken away, and its sessions with it.</summary>
    ValueTask<bool> IsGoneAsync(string id, CancellationToken cancellationToken);

    /// <summary>The client with this id, or null.</summary>
    ValueTask<ITokenClient?> FindAsync(string id, CancellationToken cancellationToken);
}
