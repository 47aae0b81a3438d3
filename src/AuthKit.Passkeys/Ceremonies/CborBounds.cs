using System.Formats.Cbor;

namespace AuthKit.Passkeys.Ceremonies;

/// <summary>
/// Whether CBOR is nested no deeper than authenticators write it. The library reads it by recursion, one call for each level: how deep the
/// stack gets is not for some kilobytes of opening brackets to say.
/// </summary>
internal static class CborBounds
{
    private const int Deepest = 6;

    /// <summary>Whether bytes are a sequence of items, at least one, none of which is nested too deep, tagged, or cut off.</summary>
    public static bool AreMetBy(ReadOnlyMemory<byte> items)
    {
        if (items.IsEmpty)
            return false;
        try
        {
            var reader = new CborReader(items, CborConformanceMode.Lax, allowMultipleRootLevelValues: true);
            while (Read(reader))
            {
                if (reader.CurrentDepth > Deepest)
                    return false;
            }

            return reader.PeekState() is CborReaderState.Finished;
        }
        catch (CborContentException)
        {
            return false;
        }
    }

    /// <returns>Whether there was something that may be there.</returns>
    private static bool Read(CborReader reader)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.StartArray:
                reader.ReadStartArray();
                return true;
            case CborReaderState.EndArray:
                reader.ReadEndArray();
                return true;
            case CborReaderState.StartMap:
                reader.ReadStartMap();
                return true;
            case CborReaderState.EndMap:
                reader.ReadEndMap();
                return true;
            case CborReaderState.ByteString or CborReaderState.TextString or CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger or CborReaderState.Boolean or CborReaderState.Null:
                reader.SkipValue();
                return true;
            default:
                return false;
        }
    }
}
