using System.Globalization;
using System.Text.Json.Nodes;
using AuthKit.Contracts.Tests.Replay;
using AuthKit.Http;

namespace AuthKit.Contracts.Tests.ApiDescription;

/// <summary>
/// The examples of a contract: of each route the first success of a transcript, its request and its reply, and of each other
/// status of the path the first reply.
/// </summary>
internal static class TranscriptExamples
{
    // Hosts whose contract differs from the documented one, or whose features have transcripts with requests of several contracts.
    private static readonly string[] Differing = ["standard-envelope", "generated-passwords", "database-optional", "no-sign-in", "email-confirmation", "mailed-codes", "two-factor", "step-up"];

    public static JsonObject Of(IEnumerable<ContractPath> paths)
    {
        var examples = new JsonObject();
        foreach (var path in paths)
        {
            foreach (var routes in path.Routes.GroupBy(route => route.Method))
                examples[$"{routes.Key} {path.RelativePath}"] = Of(path, [.. routes]);
        }

        return examples;
    }

    private static JsonObject Of(ContractPath path, IReadOnlyList<ContractRoute> routes)
    {
        (Transcript Transcript, Exchange Exchange)[] all =
        [
            .. TranscriptLibrary.All.Where(transcript => !transcript.With.Intersect(Differing).Any())
                .SelectMany(transcript => transcript.Exchanges, (transcript, exchange) => (transcript, exchange))
                .Where(each => each.exchange.Method == routes[0].Method && each.exchange.Target.Split('?')[0] == path.Path),
        ];
        var examples = new JsonObject();
        foreach (var route in routes)
        {
            var (transcript, exchange) = all.First(each => each.Exchange.Status == route.Status && Asks(each.Exchange, route));
            if (exchange.RequestBody.Length > 0)
                Add("request", exchange.Title, Bodies.OfRequest(exchange, SampleValues.Of(transcript), route.Body is BodySyntax.JsonArray));
            AddReply(transcript, exchange);
        }

        foreach (var status in all.Where(each => each.Exchange.Status >= 400).GroupBy(each => each.Exchange.Status).OrderBy(status => status.Key))
            AddReply(status.First().Transcript, status.First().Exchange);
        return examples;

        void AddReply(Transcript transcript, Exchange exchange)
        {
            if (exchange.Body.Length > 0)
                Add(exchange.Status.ToString(CultureInfo.InvariantCulture), exchange.Title, Bodies.Json(SampleValues.Of(transcript)(exchange.Body)));
        }

        void Add(string part, string title, JsonNode? value)
        {
            if (examples[part] is not JsonObject named)
                examples[part] = named = [];
            named[title] = value;
        }
    }

    private static bool Asks(Exchange exchange, ContractRoute route) =>
        route.Condition is not { } condition || exchange.RequestBody.Split('&').Contains($"{condition.Field}={Uri.EscapeDataString(condition.Value)}") || exchange.RequestBody.Split('&').Contains($"{condition.Field}={condition.Value}");
}
