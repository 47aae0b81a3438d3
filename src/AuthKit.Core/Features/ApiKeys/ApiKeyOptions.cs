namespace AuthKit.Features.ApiKeys;

/// <summary>The personal keys by which programs call for an account (<c>AddApiKeys</c>); checked at start-up.</summary>
public sealed class ApiKeyOptions
{
    /// <summary>What keys can be given (RFC 6749 §3.3); a key can do nothing beyond its own. One that is taken off the list is taken from the keys that have it.</summary>
    /// <value>Default: none; the host does not start without one.</value>
    public IList<string> Scopes { get; } = [];

    /// <summary>What keys begin with, so that scanners and people recognise one that has leaked: lower-case letters, digits and underscores, an underscore last.</summary>
    /// <value>Default: <c>ak_</c>.</value>
    public string Prefix { get; set; } = "ak_";

    /// <summary>A header that may carry the key, beside <c>Authorization: Bearer</c>; <c>X-Api-Key</c> is usual.</summary>
    /// <value>Default: null, which is none.</value>
    public string? Header { get; set; }

    /// <summary>For how long a key can be good at the most, which is how long one is that nothing is asked for; null where keys may last for ever, and last so unless a time is asked for.</summary>
    /// <value>Default: 365 days.</value>
    public TimeSpan? MaxLifetime { get; set; } = TimeSpan.FromDays(365);

    /// <summary>For how long the former secret can be good after a rotation at the most, where whoever rotates asks for that.</summary>
    /// <value>Default: 1 day.</value>
    public TimeSpan MaxOverlap { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How many keys an account can have, 1 to 100.</summary>
    /// <value>Default: 20.</value>
    public int MaxPerAccount { get; set; } = 20;
}
