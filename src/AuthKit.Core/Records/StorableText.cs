namespace AuthKit.Records;

/// <summary>
/// Text that every database can hold: without U+0000, which PostgreSQL refuses, and without halves of surrogate pairs, which
/// are no Unicode text and which engines replace, each in its own way, so that one name would find another's row.
/// </summary>
internal static class StorableText
{
    public static bool Is(string text) => !text.Contains('\0', StringComparison.Ordinal) && (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 || ArePaired(text));

    /// <summary>Whether a value can be in a column; null and what is no text can.</summary>
    public static bool Is(Column column, Value value) => column.Type is not (ColumnType.Text or ColumnType.ExactText) || value.IsNull || Is(value.Text);

    private static bool ArePaired(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }

        return true;
    }
}
