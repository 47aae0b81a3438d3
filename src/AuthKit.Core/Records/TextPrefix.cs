using System.Text;

namespace AuthKit.Records;

/// <summary>Finds text by how it begins, as a range, so that an index serves it on every engine.</summary>
public static class TextPrefix
{
    private static readonly Rune Last = new(0x10FFFF);

    /// <summary>Where the column, of type <see cref="ColumnType.ExactText"/>, begins with the text, by code point.</summary>
    /// <param name="column">The column.</param>
    /// <param name="prefix">How it begins; nothing is met by every text that is not null.</param>
    public static Condition[] StartsWith(this Column<string> column, string prefix) =>
        Successor(prefix) is { } end ? [column.AtLeast(prefix), column.Before(end)] : [column.AtLeast(prefix)];

    /// <inheritdoc cref="StartsWith(Column{string}, string)"/>
    public static Condition[] StartsWithOrNull(this Column<string?> column, string prefix) =>
        Successor(prefix) is { } end ? [column.AtLeast(prefix), column.Before(end)] : [column.AtLeast(prefix)];

    /// <summary>The least text that is greater than every text with the prefix; null where there is none.</summary>
    private static string? Successor(string prefix)
    {
        Rune[] runes = [.. prefix.EnumerateRunes()];
        var end = Array.FindLastIndex(runes, static rune => rune != Last);
        if (end < 0)
            return null;
        // Between the two lie surrogates, which are no code points.
        runes[end] = runes[end].Value == 0xD7FF ? new(0xE000) : new(runes[end].Value + 1);
        return string.Concat(runes[..(end + 1)]);
    }
}
