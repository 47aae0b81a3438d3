using System.Globalization;
using System.Text.Json.Nodes;
using AuthKit.Contracts.Tests.Replay;

namespace AuthKit.Contracts.Tests.ApiDescription;

/// <summary>What the transcripts send and get is what the document says: the status is listed, and each body keeps its schema.</summary>
internal sealed class TranscriptSchemaTests
{
    [TestCaseSource(typeof(TranscriptLibrary), nameof(TranscriptLibrary.All))]
    public async Task Is_described(Transcript transcript)
    {
        var document = await DescribedHosts.OfAsync(transcript);
        var sample = SampleValues.Of(transcript);

        using (Assert.EnterMultipleScope())
        {
            foreach (var exchange in transcript.Exchanges)
            {
                // What asks for no operation of AuthKit's is refused before one is chosen.
                if (document.Operation(exchange.Method, exchange.Target.Split('?')[0]) is not { } operation)
                    continue;
                var status = exchange.Status.ToString(CultureInfo.InvariantCulture);
                var reply = operation["responses"]![status];
                Assert.That(reply, Is.Not.Null, $"{exchange.Title}: {status} is not listed");
                // Tokens that went into a cookie are in no body, whose status may be the same.
                if (exchange.Body.Length == 0 && exchange.Headers.Any(header => header.Name == "Set-Cookie"))
                    continue;
                AssertFits(reply?["content"]?[exchange.Status >= 400 && reply["content"]!["application/problem+json"] is not null ? "application/problem+json" : "application/json"]?["schema"], exchange.Body.Length > 0 ? Bodies.Json(sample(exchange.Body)) : null, document.Objection, $"{exchange.Title}: the reply");
                if (exchange.Status < 400 && exchange.RequestBody.Length > 0)
                    AssertFits(Schema(operation, exchange), Bodies.OfRequest(exchange, sample, (string?)Schema(operation, exchange)?["type"] == "array"), document.ObjectionToRequest, $"{exchange.Title}: the request");
            }
        }
    }

    // A suffix of JSON's is read as JSON.
    private static JsonNode? Schema(JsonObject operation, Exchange exchange)
    {
        var media = Bodies.MediaTypeOf(exchange);
        return operation["requestBody"]?["content"]?[media.EndsWith("json", StringComparison.Ordinal) ? "application/json" : media]?["schema"];
    }

    private static void AssertFits(JsonNode? schema, JsonNode? body, Func<JsonNode, JsonNode?, string?> objection, string what)
    {
        Assert.That(schema is null, Is.EqualTo(body is null), $"{what} has a body, or has none, and is described otherwise");
        if (schema is not null && body is not null)
            Assert.That(objection(schema, body), Is.Null, what);
    }
}
