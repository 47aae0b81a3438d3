using System.Globalization;
using AuthKit.AuthorizationServer;
using AuthKit.Tokens;

namespace AuthKit.Pages.Texts;

/// <summary>Finds the sentence for what happened.</summary>
internal static class Sentences
{
    public static string Of(this PageTexts texts, BrokenRule broken) => (broken.Rule switch
    {
        Rule.Required => texts.RuleRequired,
        Rule.Email => texts.RuleEmail,
        Rule.TooShort => texts.RuleTooShort,
        Rule.TooLong => texts.RuleTooLong,
        Rule.Characters => texts.RuleCharacters,
        Rule.Taken => texts.RuleTaken,
        Rule.Digit => texts.RuleDigit,
        Rule.Symbol => texts.RuleSymbol,
        Rule.Common => texts.RuleCommon,
        Rule.Personal => texts.RulePersonal,
        _ => texts.RuleUnknown,
    }).Replace("{limit}", broken.Limit?.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public static string Of(this PageTexts texts, Fault fault) => fault switch
    {
        Fault.InvalidClient => texts.ErrorClient,
        Fault.InvalidRedirectUri => texts.ErrorRedirectUri,
        Fault.InvalidRequestUri => texts.ErrorRequestUri,
        Fault.TooManyRequests => texts.ErrorTooManyRequests,
        Fault.StoreUnavailable or Fault.Busy => texts.ErrorUnavailable,
        Fault.Unexpected => texts.ErrorUnexpected,
        _ => texts.ErrorRequest,
    };

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

    /// <summary>A sentence with what stands in its braces put in.</summary>
    public static string With(this string sentence, string name, string? value) => sentence.Replace($"{{{name}}}", value, StringComparison.Ordinal);
}
