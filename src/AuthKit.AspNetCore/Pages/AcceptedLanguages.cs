using Microsoft.AspNetCore.Http;

namespace AuthKit.Pages;

/// <summary>The languages that a browser asks for (RFC 9110 §12.5.4), the most wanted first.</summary>
internal static class AcceptedLanguages
{
    private const int Most = 16;

    public static IEnumerable<string> Read(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(language => language.Quality is not 0)
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.ToString())
        .Take(Most);
}
