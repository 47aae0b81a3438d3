using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace AuthKit.Http.Reading;

/// <summary>A form's fields; a field sent twice is refused (RFC 6749 §3.2).</summary>
internal static class FormBody
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Dictionary<string, WireValue> Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var fields = new Dictionary<string, WireValue>(StringComparer.OrdinalIgnoreCase);
            foreach (var field in new QueryStringEnumerable(StrictUtf8.GetString(bytes)))
            {
                if (!fields.TryAdd(field.DecodeName().ToString(), WireValue.Of(field.DecodeValue().ToString())))
                    throw new UnreadableException(Fault.Malformed);
            }

            return fields;
        }
        catch (Exception e) when (e is DecoderFallbackException or ArgumentException or InvalidDataException)
        {
            throw new UnreadableException(Fault.Malformed);
        }
    }
}
