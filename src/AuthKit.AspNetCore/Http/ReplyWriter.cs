using System.Globalization;
using System.Net.Mime;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AuthKit.SignIns;
using Microsoft.AspNetCore.Http;

namespace AuthKit.Http;

/// <summary>Writes a formatted reply and the headers that go with it.</summary>
internal static class ReplyWriter
{
    // The documents print people's names as themselves; nosniff keeps a browser from reading JSON as anything else.
    // A documented name is written on its member; members of a host's own replies are named as ASP.NET Core names them.
    // What is not AuthKit's own is a host's contract's, whose types are known by reflection alone.
    internal static JsonSerializerOptions Json { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        TypeInfoResolver = JsonTypeInfoResolver.Combine(ReplyJson.Default, new DefaultJsonTypeInfoResolver()),
    };

    public static Task WriteAsync(HttpResponse response, Row row, Reply reply, string allowed, string? clientChallenge)
    {
        response.StatusCode = reply.Status;
        response.Headers.CacheControl = "no-store";
        // RFC 6749 §5.1 wants it beside the other, for the caches of HTTP/1.0.
        response.Headers.Pragma = "no-cache";
        WriteDataHeaders(response);
        if (reply.Failure is { } failure)
            WriteFailureHeaders(response, failure, allowed, clientChallenge);
        if (reply.Location is { } location)
            response.Headers.Location = response.HttpContext.Request.PathBase.Add(location).ToUriComponent();
        var envelope = row.EnvelopeOf(reply);
        if (envelope.Format(reply) is not { } body)
            return Task.CompletedTask;
        // In one piece, so that the length is known and half a body is never sent.
        var bytes = body is TextBody text ? Encoding.ASCII.GetBytes(text.Text) : JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), row.JsonOf(reply));
        response.ContentType = (body as TextBody)?.MediaType ?? TypeOf(envelope, reply);
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, response.HttpContext.RequestAborted).AsTask();
    }

    // RFC 8259 §11 has no charset; the documents print one.
    private static string TypeOf(IEnvelopeFormatter envelope, Reply reply) =>
        reply.Failure is not null && envelope.FailureMediaType is var type and not MediaTypeNames.Application.Json ? type : "application/json; charset=utf-8";

    /// <summary>For what is no page: a browser that is led to it reads it as nothing else, loads nothing, and shows it in no frame (ASVS 5.0 V3.4).</summary>
    public static void WriteDataHeaders(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
    }

    /// <summary>RFC 9110 §10.2.3.</summary>
    public static void WriteRetryAfter(HttpResponse response, Failure failure)
    {
        if (failure.RetryAfter is { } wait)
            response.Headers.RetryAfter = Math.Ceiling(Math.Max(1, wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }

    public static void WriteFailureHeaders(HttpResponse response, Failure failure, string allowed, string? clientChallenge = null)
    {
        WriteRetryAfter(response, failure);
        var fault = failure.Fault;
        if (fault.Is(Fault.MethodNotAllowed))
            response.Headers.Allow = allowed;
        else if (fault.Is(Fault.PayloadTooLarge))
            // Nobody wants the rest of it (RFC 9110 §15.5.14).
            response.Headers.Connection = "close";
        else if (fault.Is(Fault.InvalidClient) && clientChallenge is not null)
            response.Headers.WWWAuthenticate = clientChallenge;
        else if (fault.Is(Fault.InsufficientScope))
            response.Headers.WWWAuthenticate = "Bearer error=\"insufficient_scope\"";
        else if (fault.Is(Fault.ProofRequired))
            response.Headers.WWWAuthenticate = string.Join(", ", [$"Bearer error=\"{fault.OAuthError}\"", .. failure.Detail is WantedProof wanted ? Challenges.StepUp(wanted.MaxAge, wanted.AcrValues) : []]);
        else if (fault.Is(Fault.MissingToken))
            response.Headers.WWWAuthenticate = "Bearer";
        else if (fault.Is(Fault.InvalidToken))
            response.Headers.WWWAuthenticate = Challenges.Of(fault, response.HttpContext.RequestServices);
    }
}
