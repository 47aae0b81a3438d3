using System.Text.Json;

namespace AuthKit.Import.Reading;

/// <summary>Finds the objects of one array in JSON that comes piece by piece: the array at the root, or that of one member of an object at the root.</summary>
internal sealed class JsonScanner(string? member)
{
    private JsonReaderState _state;
    private bool _isNamed;
    private int? _depth;

    /// <summary>What there is in a piece.</summary>
    public enum Found
    {
        /// <summary>No further object, as far as it goes.</summary>
        Nothing,

        /// <summary>An object, or what stands in the place of one.</summary>
        Item,

        /// <summary>No JSON.</summary>
        Broken,
    }

    /// <summary>Whether the array was there.</summary>
    public bool HasArray { get; private set; }

    /// <summary>The line from which on it is no JSON.</summary>
    public long BrokenLine { get; private set; }

    /// <summary>Reads up to the end of the next object.</summary>
    /// <param name="text">What is there of the file.</param>
    /// <param name="isLast">Whether nothing comes behind it.</param>
    /// <param name="read">How much of it is done with.</param>
    /// <param name="start">Where the object begins.</param>
    /// <param name="item">The object; null where what stands there is none.</param>
    public Found Read(ReadOnlySpan<byte> text, bool isLast, out int read, out int start, out JsonDocument? item)
    {
        (read, start, item) = (0, 0, null);
        try
        {
            return Read(new Utf8JsonReader(text, isLast, _state), ref read, ref start, ref item);
        }
        catch (JsonException e)
        {
            BrokenLine = (e.LineNumber ?? 0) + 1;
            return Found.Broken;
        }
    }

    private Found Read(Utf8JsonReader reader, ref int read, ref int start, ref JsonDocument? item)
    {
        while (reader.Read())
        {
            if (reader.CurrentDepth == _depth)
            {
                start = (int)reader.TokenStartIndex;
                if (reader.TokenType is JsonTokenType.StartObject ? !JsonDocument.TryParseValue(ref reader, out item) : !reader.TrySkip())
                    return Found.Nothing;
                Keep(reader, ref read);
                return Found.Item;
            }

            Enter(reader);
            Keep(reader, ref read);
        }

        return Found.Nothing;
    }

    private void Enter(Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.StartArray && _depth is null && (reader.CurrentDepth == 0 || (_isNamed && reader.CurrentDepth == 1)))
            (_depth, HasArray) = (reader.CurrentDepth + 1, true);
        else if (reader.TokenType is JsonTokenType.EndArray && reader.CurrentDepth + 1 == _depth)
            _depth = null;
        _isNamed = reader.TokenType is JsonTokenType.PropertyName && reader.CurrentDepth == 1 && member is not null && reader.ValueTextEquals(member);
    }

    private void Keep(Utf8JsonReader reader, ref int read) => (_state, read) = (reader.CurrentState, (int)reader.BytesConsumed);
}
