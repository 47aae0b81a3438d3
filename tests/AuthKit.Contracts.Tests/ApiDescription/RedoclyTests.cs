using AuthKit.Contracts.Tests.Coverage;
using AuthKit.Contracts.Tests.Harness;
using AuthKit.TestSamples;

namespace AuthKit.Contracts.Tests.ApiDescription;

/// <summary>Redocly's recommended rules find no error in the operations of any contract.</summary>
internal sealed class RedoclyTests
{
    private const string Folder = "AuthKit.Contracts.Tests/ApiDescription";

    [Test]
    public async Task No_error_is_found([Values("connect", "laravel", "message-code", "oauth", "tenant", "account")] string contract)
    {
        Installed.RequireNodePackage("@redocly/cli", Folder, "eng/redocly.sh");
        var document = (await DescribedHosts.UsualAsync()).Json.DeepClone();
        string[] paths = [.. ServedRoutes.PathsOf(await SharedHost.GetAsync()).Where(path => path.Contract == contract).Select(path => path.Path)];
        foreach (var other in document["paths"]!.AsObject().Select(path => path.Key).Except(paths).ToList())
            document["paths"]!.AsObject().Remove(other);
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{contract}.openapi.json");
        await File.WriteAllTextAsync(file, document.ToJsonString());

        await new Script("node", $"{Folder}/redocly.mjs").RunAsync(file);

        Assert.That(paths, Is.Not.Empty);
    }
}
