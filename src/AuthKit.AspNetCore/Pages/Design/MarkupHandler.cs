using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace AuthKit.Pages.Design;

/// <summary>Fills the holes of an interpolated string: what is not <see cref="Markup"/> is encoded, and what is neither markup nor text does not compile.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupHandler
{
    // Letters of every language stand as themselves; the page says that it is UTF-8.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html;

    public MarkupHandler(int literalLength, int formattedCount) => _html = new(literalLength + (formattedCount * 16));

    public void AppendLiteral(string literal) => _html.Append(literal);

    public void AppendFormatted(string? text) => _html.Append(Encoder.Encode(text ?? ""));

    public void AppendFormatted(Markup? markup) => _html.Append(markup?.ToString());

    public void AppendFormatted(IEnumerable<Markup> pieces) => _html.AppendJoin("", pieces);

    public string ToHtml() => _html.ToString();
}
