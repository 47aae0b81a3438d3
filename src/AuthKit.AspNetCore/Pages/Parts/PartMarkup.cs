using System.Text;
using AuthKit.Pages.Design;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.Pages.Parts;

/// <summary>Writes a part's blocks as HTML.</summary>
/// <param name="request">The request for the page.</param>
/// <param name="part">The part.</param>
/// <param name="failed">What went wrong with a form of it, if anything.</param>
internal sealed class PartMarkup(PageRequest request, AccountPart part, Failure? failed)
{
    public const string Part = "part", Action = "action", Key = "key";

    private bool _hasFocus;

    public IEnumerable<Markup> Write(PartView view) => [.. Grouped(view.Blocks)];

    // Facts that follow one another are one list.
    private IEnumerable<Markup> Grouped(IReadOnlyList<PartBlock> blocks)
    {
        for (var at = 0; at < blocks.Count; at++)
        {
            if (blocks[at] is not PartFact)
            {
                yield return Of(blocks[at]);
                continue;
            }

            List<Markup> facts = [];
            for (; at < blocks.Count && blocks[at] is PartFact fact; at++)
                facts.Add(Html($"<div><dt>{fact.Label}</dt><dd>{fact.Value}</dd></div>"));
            at--;
            yield return Html($"""<dl class="facts">{facts}</dl>""");
        }
    }

    private Markup Of(PartBlock block) => block switch
    {
        PartText text => Html($"""<p{(text.IsNote ? Verbatim(" class=\"note\"") : Empty)}>{text.Sentence}</p>"""),
        PartSecret secret => Html($"""<div class="secret"><p class="quiet">{secret.Label}</p><ul>{secret.Lines.Select(line => Html($"<li><code>{line}</code></li>"))}</ul></div>"""),
        PartImage image => Html($"""<p class="image"><img src="data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(image.Svg))}" alt="{image.Alternative}"></p>"""),
        PartLink link => Elements.Links(null, request.Addresses.Of(link.Path), link.Label),
        PartRows { Rows.Count: > 0 } rows => Html($"""<ul class="rows">{rows.Rows.Select(row => Of(row))}</ul>"""),
        PartForm { Title: { } title } form => Html($"""<section class="part"><h2>{title}</h2>{Of(form)}</section>"""),
        PartForm form => Of(form),
        _ => Empty,
    };

    private Markup Of(PartRow row) => Html(
        $"""
        <li><p class="title">{row.Title}</p>
        {row.Details.Select(detail => Html($"""<p class="quiet">{detail}</p>"""))}
        {row.Forms.Select(form => Of(row, form))}
        </li>
        """);

    // What is read or typed first is opened first, also so that nothing is removed by a slip.
    private Markup Of(PartRow row, PartForm form) => form is { Lead: null, Fields.Count: 0 }
        ? Of(form, row.Title)
        : Html($"""<details{(IsFailed(form) ? Verbatim(" open") : Empty)}><summary>{form.Title ?? form.Button}{Unseen(row.Title)}</summary>{Of(form, row.Title)}</details>""");

    /// <summary>What a button is about, for those who hear it by itself.</summary>
    private static Markup Unseen(string? title) => title is null ? Empty : Html($"""<span class="unseen"> {title}</span>""");

    private Markup Of(PartForm form, string? title = null) => Html(
        $"""
        {(form.Lead is null ? Empty : Html($"<p>{form.Lead}</p>"))}
        <form method="post" action="{request.Addresses.Of(request.Page.Path)}">
        {request.Token()}{Elements.Hidden("ui_locales", request.Locales)}{Elements.Hidden(Part, part.Name)}{Elements.Hidden(Action, form.Action)}{Elements.Hidden(Key, form.Key)}{form.Hidden.Select(hidden => Elements.Hidden(hidden.Key, hidden.Value))}
        {form.Fields.Select(field => Of(form, field))}
        {(form.NewKey is { } options ? KeyButton.Make(request, options, form.Button) : Html($"""<div class="buttons"><button{(form.IsSecondary ? Verbatim(" class=\"second\"") : Empty)}>{form.Button}{Unseen(title)}</button></div>"""))}
        </form>
        """);

    private Markup Of(PartForm form, PartField field)
    {
        IReadOnlyList<string> errors = IsFailed(form) ? ErrorsOf(field) : [];
        // Where something is wrong, the cursor stands there.
        var hasFocus = errors.Count > 0 && !_hasFocus;
        _hasFocus |= hasFocus;
        return new TextField(field.Name, field.Label)
        {
            Id = form.Key is null ? $"{form.Action}-{field.Name}" : $"{form.Action}-{form.Key}-{field.Name}",
            Type = field.Type,
            AutoComplete = field.AutoComplete,
            Value = field.Type == "password" ? null : IsFailed(form) ? request[field.Name] : field.Value,
            OptionalNote = field.IsOptional ? request.Texts.OptionalNote : null,
            Class = field.IsCode ? "code" : null,
            Errors = errors,
        }.Write(hasFocus);
    }

    private IReadOnlyList<string> ErrorsOf(PartField field) => part.FieldOf(failed!.Fault) == field.Name && part.FailureOf(failed.Fault, request.Texts) is { } sentence
        ? [sentence]
        : FieldErrors.Of(failed, field.Name, request.Texts);

    private bool IsFailed(PartForm form) => failed is not null && request[Action] == form.Action && request[Key] == form.Key;
}
