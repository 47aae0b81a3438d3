using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace AuthKit.Http.Reading;

/// <summary>Reads a body into named fields, within a limit.</summary>
internal static class BodyReader
{
    /// <summary>64 KiB: no documented body comes near it.</summary>
    private const int MaxBytes = 64 * 1024;

    private static readonly IReadOnlyDictionary<string, WireValue> NoFields = new Dictionary<string, WireValue>();

    /// <exception cref="UnreadableException">The body is too large, of another media type, or malformed.</exception>
    public static async ValueTask<IReadOnlyDictionary<string, WireValue>> ReadAsync(HttpRequest request, BodySyntax? syntax, CancellationToken cancellationToken)
    {
        if (syntax is not { } expected)
            return NoFields;
        var bytes = await ReadWholeAsync(request, cancellationToken);
        if (bytes.IsEmpty)
            return NoFields;
        return IsForm(request, expected) ? FormBody.Read(bytes.Span) : JsonBody.Read(bytes, expected);
    }

    // What a server throws while it reads is of the caller's making: framing that is none, a stream reset, a body that drips.
    private static async ValueTask<ReadOnlyMemory<byte>> ReadWholeAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadBytesAsync(request, cancellationToken);
        }
        catch (Exception e) when (e is not UnreadableException && !cancellationToken.IsCancellationRequested)
        {
            throw new UnreadableException((e as BadHttpRequestException)?.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => Fault.PayloadTooLarge,
                StatusCodes.Status408RequestTimeout => Fault.RequestTimeout,
                _ => Fault.Malformed,
            });
        }
    }

    private static async ValueTask<ReadOnlyMemory<byte>> ReadBytesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
            throw new UnreadableException(Fault.PayloadTooLarge);
        // The server counts the framing of chunks as well; what is in them is counted below.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = 2 * MaxBytes;
        while (true)
        {
            var result = await request.BodyReader.ReadAsync(cancellationToken);
            if (result.Buffer.Length > MaxBytes)
            {
                // Given back, because a server that cannot read on has to abort the connection.
                request.BodyReader.AdvanceTo(result.Buffer.End);
                throw new UnreadableException(Fault.PayloadTooLarge);
            }

            if (result.IsCompleted)
            {
                var bytes = result.Buffer.ToArray();
                request.BodyReader.AdvanceTo(result.Buffer.End);
                return bytes;
            }

            request.BodyReader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    /// <summary>Whether the body is a form rather than JSON.</summary>
    private static bool IsForm(HttpRequest request, BodySyntax expected)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || (type.Charset.HasValue && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
            throw new UnreadableException(Fault.UnsupportedMediaType);
        var isForm = type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);
        var isJson = type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase);
        var isExpected = expected switch
        {
            BodySyntax.Form => isForm,
            BodySyntax.FormOrJson => isForm || isJson,
            _ => isJson,
        };
        return isExpected ? isForm : throw new UnreadableException(Fault.UnsupportedMediaType);
    }
}
