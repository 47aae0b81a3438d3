using System.Globalization;
using AuthKit.Features.Import;

namespace AuthKit.Import.Reading;

/// <summary>The fields of one account in a file, by name, whatever kind of file it is. Names are looked up without regard to case, under those that the file was said to have.</summary>
internal abstract class SourceFields(AccountFormatOptions options)
{
    // What databases and spreadsheets write for no value.
    private static readonly string[] Nothing = ["", "NULL", "\\N"];

    /// <summary>A field as text; null where it is not there, empty or null.</summary>
    public string? Text(string field) => Find(NameOf(field)) is { } value && !Nothing.Contains(value) ? value : null;

    /// <summary>A field that says yes or no; null where it says neither.</summary>
    public bool? Flag(string field) => Text(field)?.ToLowerInvariant() switch
    {
        "1" or "t" or "true" or "yes" => true,
        "0" or "f" or "false" or "no" => false,
        _ => null,
    };

    /// <summary>A field that is a time, in UTC where it does not say: of ISO 8601, or milliseconds since 1970; null where it is none.</summary>
    public DateTimeOffset? Time(string field)
    {
        if (Text(field) is not { } text)
            return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && text.Length > 8)
            return milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
    }

    /// <summary>A field under the name that the file has for it.</summary>
    protected abstract string? Find(string name);

    private string NameOf(string field) =>
        options.FieldNames.FirstOrDefault(named => string.Equals(named.Key, field, StringComparison.OrdinalIgnoreCase)).Value ?? field;
}
