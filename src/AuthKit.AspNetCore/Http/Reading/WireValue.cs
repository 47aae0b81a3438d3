namespace AuthKit.Http.Reading;

/// <summary>A field's value: a text, nothing, or something that is not a text.</summary>
internal readonly record struct WireValue(string? Text, bool IsText)
{
    public static WireValue NotText { get; } = new(null, false);

    public static WireValue Of(string? text) => new(text, true);
}
