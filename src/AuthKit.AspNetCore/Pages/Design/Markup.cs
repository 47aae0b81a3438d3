namespace AuthKit.Pages.Design;

/// <summary>A piece of HTML. It is made of literals, of other pieces, and of texts that are encoded on their way in.</summary>
internal sealed record Markup
{
    private readonly string _html;

    private Markup(string html) => _html = html;

    public static Markup Empty { get; } = new("");

    /// <summary>HTML with holes.</summary>
    public static Markup Html(MarkupHandler html) => new(html.ToHtml());

    /// <summary>A text of this library's own that is HTML, or a style sheet, already.</summary>
    public static Markup Verbatim(string html) => new(html);

    public override string ToString() => _html;
}
