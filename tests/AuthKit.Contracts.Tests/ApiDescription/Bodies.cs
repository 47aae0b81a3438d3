using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;
using AuthKit.Contracts.Tests.Replay;

namespace AuthKit.Contracts.Tests.ApiDescription;

/// <summary>Bodies of transcripts as values.</summary>
internal static class Bodies
{
    public static JsonNode? Json(string text) => JsonNode.Parse(text, documentOptions: new() { AllowTrailingCommas = true });

    public static string MediaTypeOf(Exchange exchange) =>
        exchange.RequestHeaders.SingleOrDefault(header => header.Name == "Content-Type")?.Value.Split(';')[0] ?? "";

    /// <param name="exchange">The request.</param>
    /// <param name="sample">What stands for what differs from run to run.</param>
    /// <param name="inArray">Whether an array of one is documented; the one alone is read as well.</param>
    public static JsonNode? OfRequest(Exchange exchange, Func<string, string> sample, bool inArray)
    {
        var text = sample(exchange.RequestBody);
        if (MediaTypeOf(exchange) != "application/x-www-form-urlencoded")
            return Json(text) is JsonObject one && inArray ? new JsonArray(one) : Json(text);
        var form = HttpUtility.ParseQueryString(text);
        return JsonSerializer.SerializeToNode(form.AllKeys.ToDictionary(name => name!, name => form[name]));
    }
}
