using static AuthKit.Pages.Design.Markup;

namespace AuthKit.Pages.Design;

/// <summary>What all pages have around them.</summary>
internal static class Layout
{
    public static Markup Of(PageReply reply, PageLanguage language, string? productName) => Html(
        $"""
        <!doctype html>
        <html lang="{language.Tag}" dir="{(language.Texts.RightToLeft ? "rtl" : "ltr")}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>{(productName is null ? reply.Title : $"{reply.Title} · {productName}")}</title>
        <link rel="icon" href="data:,">
        <style>{Stylesheet.Text}</style>
        </head>
        <body>
        <main{(reply.IsWide ? Verbatim(" class=\"wide\"") : Empty)}>
        {(productName is null ? Empty : Html($"""<p class="product">{productName}</p>"""))}
        <h1>{reply.Title}</h1>
        {reply.Body}
        </main>
        </body>
        </html>

        """);
}
