using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AuthKit.Contracts.Tests.Coverage;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.TestSamples;

namespace AuthKit.Contracts.Tests.ApiDescription;

/// <summary>
/// The examples of AuthKit.OpenApi are the transcripts'. Where <c>AUTHKIT_ACCEPT_GOLDEN</c> is 1, the files are written anew
/// instead of being compared.
/// </summary>
internal sealed class ExampleTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static bool Accepts => Environment.GetEnvironmentVariable("AUTHKIT_ACCEPT_GOLDEN") == "1";

    [Test]
    public async Task An_example_is_what_a_transcript_says([Values("connect", "laravel", "message-code", "oauth", "tenant", "account")] string contract)
    {
        var file = Path.Combine(Repository.Root, "src", "AuthKit.OpenApi", "Examples", $"{contract}.json");
        var paths = ServedRoutes.PathsOf(await SharedHost.GetAsync()).Where(path => path.Contract == contract);

        var text = TranscriptExamples.Of(paths).ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";

        if (Accepts)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text);
        }

        Assert.That((await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n"), Is.EqualTo(text), "Where that is meant, run the test with AUTHKIT_ACCEPT_GOLDEN=1 and commit the file.");
    }

    [Test]
    public async Task Examples_stand_beside_their_schemas_and_keep_them()
    {
        var document = await DescribedHosts.UsualAsync();
        var shown = 0;

        using (Assert.EnterMultipleScope())
        {
            foreach (var (path, method, operation) in document.Operations)
            {
                foreach (var media in Media(operation))
                {
                    foreach (var (name, example) in media["examples"]?.AsObject() ?? [])
                    {
                        shown++;
                        Assert.That(document.ObjectionToRequest(media["schema"]!, example!["value"]), Is.Null, $"{method} {path}: {name}");
                    }
                }
            }
        }

        Assert.That(shown, Is.GreaterThan(100));
    }

    private static IEnumerable<JsonNode> Media(JsonObject operation) =>
        operation["responses"]!.AsObject().Select(response => response.Value!["content"]).Append(operation["requestBody"]?["content"])
            .SelectMany(content => content?.AsObject() ?? [], (_, media) => media.Value!);
}
