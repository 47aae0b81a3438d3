using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace AuthKit.Events;

/// <summary>
/// What an event tells beside who, where and when, as JSON: the members that its log entry has. So nothing is read by reflection, an
/// event of the host's own is as good as any, and what must not be logged is not here either.
/// </summary>
internal static class EventDetails
{
    /// <summary>The most characters that <see cref="Of"/> gives.</summary>
    public const int MaxLength = 4000;

    private const int MaxMembers = 16;
    private const int MaxText = 256;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A JSON object; null where the event tells nothing more.</summary>
    public static string? Of(AuthEvent raised)
    {
        var members = MembersOf(raised);
        if (members.Count == 0)
            return null;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            Write(json, members);
            json.WriteEndObject();
        }

        var text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        return text.Length <= MaxLength ? text : """{"truncated":true}""";
    }

    /// <summary>The members, in camel case, without those that every event has.</summary>
    public static IReadOnlyList<KeyValuePair<string, object>> MembersOf(AuthEvent raised)
    {
        var entry = new Entry();
        raised.Log(entry);
        return entry.Members;
    }

    /// <summary>Writes members into an object.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object>> members)
    {
        foreach (var (name, value) in members)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }
    }

    private static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case DateTimeOffset time:
                json.WriteStringValue(time);
                break;
            default:
                json.WriteStringValue(Cut(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
                break;
        }
    }

    // Not in the middle of a surrogate pair.
    private static string Cut(string text) => text.Length <= MaxText ? text : text[..(char.IsHighSurrogate(text[MaxText - 1]) ? MaxText - 1 : MaxText)];

    /// <summary>Hears what an event would have logged.</summary>
    private sealed class Entry : ILogger
    {
        private static readonly string[] Everyones = [nameof(AuthEvent.UserId), nameof(AuthEvent.Tenant), nameof(AuthEvent.SessionId), nameof(AuthEvent.ClientId), nameof(AuthEvent.Contract), nameof(AuthEvent.Address)];

        public List<KeyValuePair<string, object>> Members { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (state is not IEnumerable<KeyValuePair<string, object?>> members)
                return;
            foreach (var (name, value) in members)
            {
                // The template comes among them, in braces.
                if (value is not null && Members.Count < MaxMembers && name is [not '{', ..] && !Everyones.Contains(name))
                    Members.Add(new(JsonNamingPolicy.CamelCase.ConvertName(name), value));
            }
        }
    }
}
