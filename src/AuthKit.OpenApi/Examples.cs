using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using AuthKit.Http;
using Microsoft.OpenApi;

namespace AuthKit.OpenApi;

/// <summary>
/// The examples of a path: requests and replies of the contract's transcripts, which the tests replay. A contract of the
/// host's own has none.
/// </summary>
internal sealed class Examples
{
    private static readonly ConcurrentDictionary<string, JsonObject?> Files = new();

    private readonly JsonObject? _file;
    private readonly string _path;

    private Examples(JsonObject? file, string path) => (_file, _path) = (file, path);

    public static Examples Of(ContractPath path) => new(Files.GetOrAdd(path.Contract, Read), path.RelativePath);

    public Dictionary<string, IOpenApiExample>? OfRequest(string method) => Named(method, "request");

    public Dictionary<string, IOpenApiExample>? OfReply(string method, int status) => Named(method, status.ToString(CultureInfo.InvariantCulture));

    private Dictionary<string, IOpenApiExample>? Named(string method, string part) => _file?[$"{method} {_path}"]?[part] is JsonObject examples
        ? examples.ToDictionary(
            example => Key(example.Key),
            IOpenApiExample (example) => new OpenApiExample { Summary = example.Key, Value = example.Value!.DeepClone() })
        : null;

    // Names are [A-Za-z0-9._-] (OpenAPI 3.1 §4.8.7.1).
    private static string Key(string title) => string.Concat(title.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'));

    private static JsonObject? Read(string contract)
    {
        using var file = typeof(Examples).Assembly.GetManifestResourceStream($"AuthKit.OpenApi.Examples.{contract}.json");
        return file is null ? null : (JsonObject?)JsonNode.Parse(file);
    }
}
