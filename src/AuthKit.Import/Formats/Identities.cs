using System.Text.Json;
using AuthKit.External;
using AuthKit.Features.Import;
using AuthKit.Import.Reading;

namespace AuthKit.Import.Formats;

/// <summary>Identities at providers, as systems list them.</summary>
internal static class Identities
{
    /// <summary>Those of a JSON array.</summary>
    /// <param name="json">The array; null for none.</param>
    /// <param name="provider">The member that names the provider.</param>
    /// <param name="subject">The member that is the provider's id of the person.</param>
    /// <param name="options">How providers are called here.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static IReadOnlyList<ExternalLogin> Read(string? json, string provider, string subject, AccountFormatOptions options)
    {
        if (json is null)
            return [];
        using var array = JsonDocument.Parse(json);
        return
        [
            .. array.RootElement.EnumerateArray()
                .Select(item => new JsonFields(item, new()))
                .Select(fields => (Provider: fields.Text(provider), Subject: fields.Text(subject)))
                .Where(static identity => identity is { Provider: not null, Subject: not null })
                .Select(identity => new ExternalLogin(NameOf(identity.Provider!, options), identity.Subject!)),
        ];
    }

    private static string NameOf(string provider, AccountFormatOptions options) =>
        options.Providers.FirstOrDefault(named => string.Equals(named.Key, provider, StringComparison.OrdinalIgnoreCase)).Value ?? provider.ToLowerInvariant() switch
        {
            "google" or "google.com" or "google-oauth2" => "google",
            "facebook" or "facebook.com" => "facebook",
            _ => provider,
        };
}
