namespace AuthKit.Http.Reading;

/// <summary>A field's value: a text, nothing, or something that is not a text, and then its JSON.</summary>
internal readonly record struct WireValue(string? Text, bool IsText, string? Json = null)
{
    // What came after the first text under the same name.
    private IReadOnlyList<string>? More { get; init; }

    /// <summary>Whether the field came more than once.</summary>
    public bool IsRepeated => More is not null;

    /// <summary>The text, or each of them where the field came several times.</summary>
    public IEnumerable<string> Texts => Text is null ? [] : [Text, .. More ?? []];

    public static WireValue NotText(string json) => new(null, false, json);

    public static WireValue Of(string? text) => new(text, true);

    public static WireValue Repeated(IReadOnlyList<string> texts) => new(texts[0], true) { More = [.. texts.Skip(1)] };
}
