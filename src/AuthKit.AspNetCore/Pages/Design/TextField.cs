using static AuthKit.Pages.Design.Markup;

namespace AuthKit.Pages.Design;

/// <summary>A field of a form, with its label and what is wrong with it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">Its label.</param>
internal sealed record TextField(string Name, string Label)
{
    /// <summary>Its id; to be given where the page has several fields of a name.</summary>
    public string Id { get; init; } = Name;

    public string Type { get; init; } = "text";

    /// <summary>What the browser may fill in (HTML §4.10.18.7).</summary>
    public required string AutoComplete { get; init; }

    public string? Value { get; init; }

    /// <summary>Set beside the label of a field that may stay empty; null where it may not.</summary>
    public string? OptionalNote { get; init; }

    public string? Class { get; init; }

    /// <summary>What is wrong, if anything.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    public Markup Write(bool hasFocus) => Html(
        $"""
        <div class="field">
        <label for="{Id}">{Label}{(OptionalNote is null ? Empty : Html($""" <span class="quiet">{OptionalNote}</span>"""))}</label>
        <input id="{Id}" name="{Name}" type="{Type}"{(Class is null ? Empty : Html($""" class="{Class}" """))} value="{Value}" autocomplete="{AutoComplete}" autocapitalize="none" spellcheck="false"{Flags(hasFocus)}>
        {(Errors.Count == 0 ? Empty : Html($"""<p class="error" id="{Id}-error">{string.Join(' ', Errors)}</p>"""))}
        </div>

        """);

    private Markup Flags(bool hasFocus) => Html(
        $"{(OptionalNote is null ? Verbatim(" required") : Empty)}{(hasFocus ? Verbatim(" autofocus") : Empty)}{(Errors.Count == 0 ? Empty : Html($""" aria-invalid="true" aria-describedby="{Id}-error" """))}");
}
