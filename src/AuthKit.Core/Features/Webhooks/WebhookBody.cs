using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using AuthKit.Events;

namespace AuthKit.Features.Webhooks;

/// <summary>What endpoints are posted: <c>{type, timestamp, data}</c>.</summary>
internal static class WebhookBody
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body, at most <see cref="WebhookTable.MaxBody"/> bytes: where the event tells more than that, it tells only who, where and when.</summary>
    public static byte[] Of(AuthEvent raised, bool personal) =>
        Of(raised, personal, EventDetails.MembersOf(raised)) is { Length: <= WebhookTable.MaxBody } body ? body : Of(raised, personal, [new("truncated", true)]);

    private static byte[] Of(AuthEvent raised, bool personal, IReadOnlyList<KeyValuePair<string, object>> details)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("type", raised.GetType().Name);
            json.WriteString("timestamp", raised.Time);
            json.WriteStartObject("data");
            EventDetails.Write(json, [.. Of(raised), .. personal ? Personal(raised) : [], .. details]);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static IEnumerable<KeyValuePair<string, object>> Of(AuthEvent raised)
    {
        if (raised.UserId is { } userId)
            yield return new("userId", userId);
        if (raised.Tenant is { } tenant)
            yield return new("tenant", tenant);
        if (raised.SessionId is { } sessionId)
            yield return new("sessionId", sessionId);
        if (raised.ClientId is { } client)
            yield return new("clientId", client);
        if (raised.Contract is { } contract)
            yield return new("contract", contract);
        if (raised.Outcome is { } outcome)
            yield return new("outcome", outcome);
    }

    private static IEnumerable<KeyValuePair<string, object>> Personal(AuthEvent raised)
    {
        if (raised.Address is { } address)
            yield return new("address", address);
        if (raised.UserAgent is { } program)
            yield return new("userAgent", program);
    }
}
