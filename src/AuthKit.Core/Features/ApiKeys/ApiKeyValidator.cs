using System.Text.RegularExpressions;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.ApiKeys;

/// <summary>Refuses to start with keys that could do nothing, or could not be told from tokens.</summary>
internal sealed partial class ApiKeyValidator : IValidateOptions<AuthKitOptions>
{
    public static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(3660);

    private const int MostPerAccount = 100;

    private static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(30);

    public ValidateOptionsResult Validate(string? name, AuthKitOptions options)
    {
        string[] errors = [.. Check(options.ApiKeys)];
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors.Select(static error => $"ApiKeys.{error}"));
    }

    private static IEnumerable<string> Check(ApiKeyOptions keys)
    {
        if (keys.Scopes.Count == 0)
            yield return "Scopes is empty; list what keys can be given, as in o.ApiKeys.Scopes.Add(\"orders.read\").";
        if (keys.Scopes.FirstOrDefault(static scope => scope is null || scope.Length > Scopes.MaxLength || !Scope().IsMatch(scope)) is { } unusable)
            yield return $"Scopes: '{unusable}' is no scope: 1 to {Scopes.MaxLength} visible ASCII characters without quotes, commas and backslashes (RFC 6749 §3.3).";
        if (keys.Scopes.FirstOrDefault(Scopes.Standard.Contains) is { } standard)
            yield return $"Scopes: '{standard}' is of sign-ins, and means nothing of a key; use a name of your own.";
        if (keys.Scopes.Distinct(StringComparer.Ordinal).Count() < keys.Scopes.Count || Scopes.Join(keys.Scopes).Length > Scopes.MaxTotal)
            yield return $"Scopes has each value once, and {Scopes.MaxTotal} characters in all at the most.";
        if (!Prefix().IsMatch(keys.Prefix ?? ""))
            yield return "Prefix is 3 to 16 lower-case letters, digits and underscores, a letter first and an underscore last, as ak_.";
        if (keys.Header is { } header && (!Header().IsMatch(header) || header.Equals("Authorization", StringComparison.OrdinalIgnoreCase) || header.Equals("Cookie", StringComparison.OrdinalIgnoreCase)))
            yield return "Header is the name of a header of its own, as X-Api-Key, or null.";
        if (keys.MaxLifetime is { } lifetime && (lifetime < TimeSpan.FromHours(1) || lifetime > LongestLifetime))
            yield return "MaxLifetime is an hour to ten years, or null.";
        if (keys.MaxOverlap < TimeSpan.Zero || keys.MaxOverlap > LongestOverlap)
            yield return "MaxOverlap is not negative, and 30 days at the most.";
        if (keys.MaxPerAccount is < 1 or > MostPerAccount)
            yield return $"MaxPerAccount is 1 to {MostPerAccount}.";
    }

    [GeneratedRegex(@"^[\x21\x23-\x2B\x2D-\x5B\x5D-\x7E]+\z")]
    private static partial Regex Scope();

    [GeneratedRegex(@"^[a-z][a-z0-9_]{1,14}_\z")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}\z")]
    private static partial Regex Header();
}
