namespace AuthKit.Features.ApiKeys;

/// <summary>A key as its owner sees it.</summary>
/// <param name="Id">By which it is renamed, rotated and revoked.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Start">How the key begins, to know it again by.</param>
/// <param name="Scopes">What it can do.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it ends, or has ended; null for never.</param>
/// <param name="RotatedAt">When it last got another secret; null for never.</param>
/// <param name="LastUsedAt">When it was last used, to the minute; null for never.</param>
public sealed record ApiKeyDescription(Guid Id, string Name, string Start, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RotatedAt, DateTimeOffset? LastUsedAt)
{
    internal static ApiKeyDescription Of(ApiKey key, string prefix, string scope) =>
        new(key.Id, key.Name, ApiKeyText.StartOf(prefix, key), Tokens.Scopes.Split(scope), key.CreatedAt, key.ExpiresAt, key.RotatedAt, key.LastUsedAt);
}

/// <summary>A key that has just been made, or got another secret: the only time that it is shown.</summary>
/// <param name="Key">The key as programs send it.</param>
/// <param name="Description">What its owner sees of it later.</param>
public sealed record IssuedApiKey(string Key, ApiKeyDescription Description)
{
    /// <summary>Until when the former secret is good too; null where it has ended.</summary>
    public DateTimeOffset? FormerUntil { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(IssuedApiKey);
}
