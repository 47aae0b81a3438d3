using AuthKit.Contracts.Tests.Harness;

namespace AuthKit.Fuzzing.Tests.Judging;

/// <summary>What a reply may be, whatever was asked.</summary>
internal static class Oracle
{
    // What Kestrel itself refuses before there is a route (RFC 9110 §15.5, §15.6).
    private static readonly int[] OfServer = [400, 405, 408, 411, 413, 414, 417, 431, 501, 505];

    /// <summary>What is wrong with a reply; null where nothing is.</summary>
    public static string? Fault(Answer answer, bool isHead)
    {
        var servedBy = answer.Header(ServedBy.Header);
        if (answer.Status >= 500 && !(answer.Status == 503 && answer.Header("Retry-After") is not null) && !(servedBy is null && OfServer.Contains(answer.Status)))
            return "a failure of the server's own";
        try
        {
            return servedBy switch
            {
                null => FaultOfServer(answer),
                ServedBy.Nobody or ServedBy.Host => null,
                ServedBy.Metadata => FaultOfMetadata(answer, isHead),
                ServedBy.Keys => FaultOfKeys(answer, isHead),
                ServedBy.Page => FaultOfPage(answer, isHead),
                _ => FaultOfContract(servedBy, answer, isHead),
            };
        }
        catch (Exception e) when (e is AssertionException or System.Text.Json.JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return $"outside the envelope: {e.Message}";
        }
    }

    // Nothing has come to routing, or authorization or CORS stood before it.
    private static string? FaultOfServer(Answer answer) =>
        answer.Status is 204 or 401 or 403 || (OfServer.Contains(answer.Status) && answer.Body.Length == 0) ? null : "a reply that no endpoint gave";

    private static string? FaultOfContract(string contract, Answer answer, bool isHead)
    {
        if (answer.Header("X-Content-Type-Options") != "nosniff")
            return "no nosniff";
        if (isHead)
            return answer.Body.Length == 0 ? null : "HEAD has a body";
        if (answer.Status >= 400)
            Envelope.AssertFailure(contract, answer);
        else
            Envelope.AssertSuccess(contract, answer);
        return null;
    }

    private static string? FaultOfPage(Answer answer, bool isHead)
    {
        if (answer.Header("X-Content-Type-Options") != "nosniff" || answer.Header("Content-Security-Policy") is null)
            return "a page without its headers";
        if (answer.Status is 303)
            return answer.Header("Location") is { Length: > 0 } ? null : "a redirect to nowhere";
        if (answer.Header("Content-Type") != "text/html; charset=utf-8")
            return "a page that is none";
        return isHead || answer.Body.EndsWith("</html>\n", StringComparison.Ordinal) ? null : "a page without an end";
    }

    private static string? FaultOfMetadata(Answer answer, bool isHead) =>
        isHead || answer.Json.GetProperty(answer.Status == 404 ? "title" : "resource").GetString()!.Length > 0 ? null : "metadata of nothing";

    private static string? FaultOfKeys(Answer answer, bool isHead) =>
        isHead || answer.Json.GetProperty("keys").GetArrayLength() > 0 ? null : "no keys";
}
