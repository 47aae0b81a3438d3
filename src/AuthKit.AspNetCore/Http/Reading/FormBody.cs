using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace AuthKit.Http.Reading;

/// <summary>A form's fields. A field that comes more than once is left for the row to refuse (RFC 6749 §3.2), unless it reads all of it.</summary>
internal static class FormBody
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Dictionary<string, WireValue> Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var fields = new Dictionary<string, WireValue>(StringComparer.OrdinalIgnoreCase);
            Dictionary<string, List<string>>? repeated = null;
            foreach (var field in new QueryStringEnumerable(StrictUtf8.GetString(bytes)))
            {
                var (name, text) = (field.DecodeName().ToString(), field.DecodeValue().ToString());
                if (!fields.TryAdd(name, WireValue.Of(text)))
                    Repeat(repeated ??= new(StringComparer.OrdinalIgnoreCase), name, fields[name].Text!, text);
            }

            foreach (var (name, texts) in repeated ?? [])
                fields[name] = WireValue.Repeated(texts);
            return fields;
        }
        catch (Exception e) when (e is DecoderFallbackException or ArgumentException or InvalidDataException)
        {
            throw new UnreadableException(Fault.Malformed);
        }
    }

    private static void Repeat(Dictionary<string, List<string>> repeated, string name, string first, string next)
    {
        if (!repeated.TryGetValue(name, out var texts))
            repeated[name] = texts = [first];
        texts.Add(next);
    }
}
