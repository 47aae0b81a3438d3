using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Contracts.Tests.Startup;

/// <summary>No mistake of the kinds that are known passes in silence, or without a word on what to write instead.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
internal sealed class MistakeTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("authkit-mistakes-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [TestCaseSource(typeof(Mistakes), nameof(Mistakes.All))]
    public async Task It_is_said_at_the_start(Mistake mistake) =>
        Assert.That(await StartingHost.SayingAsync(_folder, mistake), Does.Contain(mistake.Sentence));

    [Test]
    public void There_are_many_kinds_and_each_is_there_once() =>
        Assert.That(Mistakes.All.Select(mistake => mistake.What).Distinct().Count(), Is.EqualTo(Mistakes.All.Count).And.GreaterThan(60));

    [Test]
    public async Task Nothing_is_said_of_a_host_that_is_right()
    {
        var right = new Mistake("none", "")
        {
            Settings = new() { ["AuthKit:Issuer"] = "https://auth.example", ["AuthKit:Mail:PickupDirectory"] = Path.Combine(_folder, "outbox") },
            Services = services => services.AddDataProtection().PersistKeysToFileSystem(new(_folder)),
        };

        Assert.That((await StartingHost.SayingAsync(_folder, right)).Trim(), Is.Empty);
    }
}
