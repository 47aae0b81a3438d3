namespace AuthKit.Features.ApiKeys;

/// <summary>A key in a reply.</summary>
internal sealed record ApiKeyModel(Guid Id, string Name, string Start, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RotatedAt, DateTimeOffset? LastUsedAt)
{
    public static ApiKeyModel Of(ApiKeyDescription key) => new(key.Id, key.Name, key.Start, key.Scopes, key.CreatedAt, key.ExpiresAt, key.RotatedAt, key.LastUsedAt);
}

/// <summary>An account's keys in a reply.</summary>
internal sealed record ApiKeyListModel(IReadOnlyList<ApiKeyModel> Keys, IReadOnlyList<string> Scopes)
{
    public static ApiKeyListModel Of(ApiKeyList list) => new([.. list.Keys.Select(ApiKeyModel.Of)], list.Scopes);
}

/// <summary>A key in the only reply that shows it whole.</summary>
internal sealed record IssuedApiKeyModel(Guid Id, string Key, string Name, string Start, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RotatedAt, DateTimeOffset? FormerUntil)
{
    public static IssuedApiKeyModel Of(IssuedApiKey issued) => new(
        issued.Description.Id,
        issued.Key,
        issued.Description.Name,
        issued.Description.Start,
        issued.Description.Scopes,
        issued.Description.CreatedAt,
        issued.Description.ExpiresAt,
        issued.Description.RotatedAt,
        issued.FormerUntil);

    /// <inheritdoc/>
    public override string ToString() => nameof(IssuedApiKeyModel);
}
