using System.Collections.Frozen;
using System.Globalization;
using AuthKit.AuthorizationServer;
using AuthKit.Tokens;

namespace AuthKit.Pages.Texts;

/// <summary>Finds the sentence for what happened.</summary>
internal static class Sentences
{
    private static readonly FrozenDictionary<Rule, Func<PageTexts, string>> Rules = new Dictionary<Rule, Func<PageTexts, string>>
    {
        [Rule.Required] = texts => texts.RuleRequired,
        [Rule.Email] = texts => texts.RuleEmail,
        [Rule.TooShort] = texts => texts.RuleTooShort,
        [Rule.TooLong] = texts => texts.RuleTooLong,
        [Rule.Characters] = texts => texts.RuleCharacters,
        [Rule.Taken] = texts => texts.RuleTaken,
        [Rule.Digit] = texts => texts.RuleDigit,
        [Rule.Symbol] = texts => texts.RuleSymbol,
        [Rule.Common] = texts => texts.RuleCommon,
        [Rule.Breached] = texts => texts.RuleBreached,
        [Rule.Personal] = texts => texts.RulePersonal,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Fault, Func<PageTexts, string>> Faults = new Dictionary<Fault, Func<PageTexts, string>>
    {
        [Fault.InvalidClient] = texts => texts.ErrorClient,
        [Fault.InvalidRedirectUri] = texts => texts.ErrorRedirectUri,
        [Fault.InvalidRequestUri] = texts => texts.ErrorRequestUri,
        [Fault.EmailNotConfirmed] = texts => texts.EmailNotConfirmed,
        [Fault.AccountDisabled] = texts => texts.AccountDisabled,
        [Fault.TooManyRequests] = texts => texts.ErrorTooManyRequests,
        [Fault.StoreUnavailable] = texts => texts.ErrorUnavailable,
        [Fault.ProviderUnavailable] = texts => texts.ErrorUnavailable,
        [Fault.Busy] = texts => texts.ErrorUnavailable,
        [Fault.Unexpected] = texts => texts.ErrorUnexpected,
    }.ToFrozenDictionary();

    public static string Of(this PageTexts texts, BrokenRule broken) => texts.Of(broken.Rule)
        .Replace("{limit}", broken.Limit?.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public static string Of(this PageTexts texts, Fault fault) =>
        Faults.TryGetValue(fault, out var said) ? said(texts) : fault.Like is { } like ? texts.Of(like) : texts.ErrorRequest;

    /// <summary>What a client may do with a scope; of the host's own, what the host says of it.</summary>
    public static string OfScope(this PageTexts texts, string scope, IEnumerable<ApiScope> ofHost) => scope switch
    {
        Scopes.OpenId => texts.ScopeOpenId,
        Scopes.Profile => texts.ScopeProfile,
        Scopes.Email => texts.ScopeEmail,
        Scopes.Phone => texts.ScopePhone,
        Scopes.Address => texts.ScopeAddress,
        Scopes.UserName => texts.ScopeUserName,
        Scopes.FirstName => texts.ScopeFirstName,
        Scopes.LastName => texts.ScopeLastName,
        Scopes.OfflineAccess => texts.ScopeOfflineAccess,
        _ => ofHost.FirstOrDefault(known => known.Name == scope)?.Description ?? scope,
    };

    private static string Of(this PageTexts texts, Rule rule) =>
        Rules.TryGetValue(rule, out var said) ? said(texts) : rule.Like is { } like ? texts.Of(like) : texts.RuleUnknown;

    /// <summary>A sentence with what stands in its braces put in.</summary>
    public static string With(this string sentence, string name, string? value) => sentence.Replace($"{{{name}}}", value, StringComparison.Ordinal);
}
