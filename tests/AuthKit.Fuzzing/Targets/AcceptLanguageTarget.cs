using AuthKit.Pages;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Fuzzing.Targets;

/// <summary>The header <c>Accept-Language</c>, and the languages that a client asks for.</summary>
internal static class AcceptLanguageTarget
{
    private static readonly PageOptions Options = new();

    public static void Read(string text)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptLanguage = text;
        _ = PageLanguage.Choose(Options, [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries), .. AcceptedLanguages.Read(http.Request)]);
    }
}
