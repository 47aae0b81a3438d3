using static AuthKit.Pages.Design.Markup;

namespace AuthKit.Pages.Design;

/// <summary>Elements of HTML that several pages have.</summary>
internal static class Elements
{
    public static Markup Hidden(string name, string? value) => value is null ? Empty : Html($"""<input type="hidden" name="{name}" value="{value}">""");

    public static Markup Alert(string sentence) => Html($"""<div class="alert" role="alert"><p>{sentence}</p></div>""");

    /// <summary>What has been done.</summary>
    public static Markup Status(string sentence) => Html($"""<div class="status" role="status"><p>{sentence}</p></div>""");

    /// <summary>What is wrong with a form, each line leading to its field.</summary>
    public static Markup Summary(string title, IEnumerable<TextField> fields)
    {
        Markup[] lines = [.. fields.SelectMany(field => field.Errors.Select(error => Html($"""<li><a href="#{field.Id}">{field.Label}</a>: {error}</li>""")))];
        return lines.Length == 0 ? Empty : Html($"""<div class="alert" role="alert"><p>{title}</p><ul>{lines}</ul></div>""");
    }

    /// <summary>The fields; the first that is wrong, or else empty, is where the cursor stands.</summary>
    public static IEnumerable<Markup> Fields(IReadOnlyList<TextField> fields)
    {
        var first = fields.FirstOrDefault(field => field.Errors.Count > 0) ?? fields.FirstOrDefault(field => field.Value is null) ?? fields[0];
        return fields.Select(field => field.Write(hasFocus: field == first));
    }

    public static Markup Account(string sentence) => Html($"""<p class="account">{sentence}</p>""");

    public static Markup Button(string label) => Html($"""<div class="buttons"><button>{label}</button></div>""");

    /// <summary>Two buttons: which of them is pressed is the field <c>decision</c>.</summary>
    public static Markup Decision(string allow, string deny) => Html(
        $"""<div class="buttons"><button name="decision" value="allow">{allow}</button><button name="decision" value="deny" class="second">{deny}</button></div>""");

    public static Markup Links(string? question, string address, string label) => Html(
        $"""<div class="links"><p>{(question is null ? Empty : Html($"<span>{question}</span> "))}<a href="{address}">{label}</a></p></div>""");
}
