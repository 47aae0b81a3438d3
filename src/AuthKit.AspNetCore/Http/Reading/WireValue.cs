namespace AuthKit.Http.Reading;

/// <summary>A field's value: a text, nothing, or something that is not a text, and then its JSON.</summary>
internal readonly record struct WireValue(string? Text, bool IsText, string? Json = null)
{
    public static WireValue NotText(string json) => new(null, false, json);

    public static WireValue Of(string? text) => new(text, true);
}
