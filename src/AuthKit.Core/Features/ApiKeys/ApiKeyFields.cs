using System.Globalization;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.ApiKeys;

/// <summary>What is said of a key, and the rules that it may break.</summary>
internal sealed class ApiKeyFields(IOptions<AuthKitOptions> options)
{
    private const string NameField = Field.Name;
    private const string ScopesField = "scopes";
    private const string ExpiresInField = "expiresIn";
    private const string OverlapField = "overlap";

    /// <summary>Of a key whose time is over, and for which no other time is asked.</summary>
    public static Failure ExpiresInMissing => Failure.Of(ExpiresInField, Rule.Required);

    private ApiKeyOptions Keys => options.Value.ApiKeys;

    /// <summary>The rule that a name breaks; null for none.</summary>
    public static BrokenRule? Name(string? name) => name?.Trim() switch
    {
        null or "" => new(NameField, Rule.Required),
        { Length: > ApiKeyTable.MaxName } => new(NameField, Rule.TooLong, ApiKeyTable.MaxName),
        var text => !LoginName.IsText(text) || text.Any(IsInvisible) ? new(NameField, Rule.Characters) : null,
    };

    /// <summary>The rule that wanted scopes break; null for none.</summary>
    public BrokenRule? Scope(IReadOnlyList<string>? wanted) => wanted switch
    {
        null or [] => new(ScopesField, Rule.Required),
        _ => wanted.All(Keys.Scopes.Contains) ? null : new(ScopesField, Rule.Unknown),
    };

    /// <summary>The rule that a wanted lifetime breaks; null for none.</summary>
    public BrokenRule? ExpiresIn(long? seconds) => Duration(ExpiresInField, seconds, Keys.MaxLifetime ?? ApiKeyValidator.LongestLifetime);

    /// <summary>The rule that a wanted overlap breaks; null for none.</summary>
    public BrokenRule? Overlap(long? seconds) => seconds is 0 ? null : Duration(OverlapField, seconds, Keys.MaxOverlap);

    /// <summary>When a key ends whose lifetime was asked for so; null for never.</summary>
    public DateTimeOffset? EndOf(long? seconds, DateTimeOffset now) => now + (seconds is { } wanted ? TimeSpan.FromSeconds(wanted) : Keys.MaxLifetime);

    /// <summary>What a key can do as things are: what it was given, as far as the host's list has it still.</summary>
    public string EffectiveScope(ApiKey key) => Scopes.Join(Scopes.Split(key.Scope).Where(Keys.Scopes.Contains));

    // Characters that cannot be seen, or turn text around.
    private static bool IsInvisible(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static BrokenRule? Duration(string field, long? seconds, TimeSpan most) =>
        seconds is null || (seconds > 0 && seconds <= (long)most.TotalSeconds) ? null : new(field, ApiKeyFaults.Duration, (int)most.TotalSeconds);
}
