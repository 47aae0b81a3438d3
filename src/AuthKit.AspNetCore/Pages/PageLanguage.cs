using AuthKit.Pages.Texts;

namespace AuthKit.Pages;

/// <summary>A language that pages are shown in.</summary>
/// <param name="Tag">Its tag (BCP 47).</param>
/// <param name="Texts">Its sentences.</param>
internal sealed record PageLanguage(string Tag, PageTexts Texts)
{
    private const string Default = "en";

    // RFC 5646 §4.4.1: no tag that means something is longer. Shortening takes time that grows with the square of the length.
    private const int LongestTag = 35;

    /// <summary>The first language wanted that there is, <c>vi-VN</c> finding <c>vi</c> (RFC 4647 §3.4).</summary>
    public static PageLanguage Choose(PageOptions options, IEnumerable<string> wanted)
    {
        foreach (var range in wanted.Where(range => range.Length <= LongestTag))
        {
            for (var tag = range; tag.Length > 0; tag = tag[..Math.Max(0, tag.LastIndexOf('-'))])
            {
                if (options.Texts.TryGetValue(tag, out var texts))
                    return new(options.Texts.Keys.First(key => string.Equals(key, tag, StringComparison.OrdinalIgnoreCase)), texts);
            }
        }

        return new(Default, options.Texts.TryGetValue(Default, out var english) ? english : new());
    }
}
