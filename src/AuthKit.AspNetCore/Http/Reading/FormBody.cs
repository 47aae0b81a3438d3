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
            var form = QueryHelpers.ParseNullableQuery(StrictUtf8.GetString(bytes)) ?? [];
            return form.ToDictionary(
                field => field.Key,
                field => field.Value.Count == 1 ? WireValue.Of(field.Value[0]) : throw new UnreadableException(Fault.Malformed),
                StringComparer.OrdinalIgnoreCase);
        }
        catch (Exception e) when (e is DecoderFallbackException or ArgumentException or InvalidDataException)
        {
            throw new UnreadableException(Fault.Malformed);
        }
    }
}
