using System.Text.Json;

namespace AuthKit.Networking;

/// <summary>What came of fetching a document.</summary>
/// <param name="Content">The document; null where it could not be had.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="MaxAge">For how long its server says that it may be kept (RFC 9111 §5.2.2.1); zero where it may not be, null where it does not say.</param>
/// <param name="Failure">Why there is none, of <see cref="FetchFailures"/>.</param>
internal sealed record FetchedDocument(JsonElement? Content, int Bytes, TimeSpan? MaxAge, string? Failure)
{
    public static FetchedDocument None(string failure) => new(null, 0, null, failure);
}

/// <summary>Why a document could not be had: what the log says.</summary>
internal static class FetchFailures
{
    public const string NotHttps = "not_https";
    public const string Busy = "busy";
    public const string RefusedAddress = "refused_address";
    public const string Unreachable = "unreachable";
    public const string TimedOut = "timed_out";
    public const string Status = "status";
    public const string MediaType = "media_type";
    public const string TooLarge = "too_large";
    public const string NotJson = "not_json";
}
