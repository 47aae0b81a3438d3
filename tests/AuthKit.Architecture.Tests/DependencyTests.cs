using System.Text.Json;
using System.Xml.Linq;
using AuthKit.Architecture.Tests.Reading;

namespace AuthKit.Architecture.Tests;

/// <summary>Dependencies point one way.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["AuthKit.Core"] = [],
        ["AuthKit.AspNetCore"] = ["AuthKit.Core"],
        ["AuthKit.Import"] = ["AuthKit.Core"],
        ["AuthKit.OpenApi"] = ["AuthKit.AspNetCore"],
        ["AuthKit.Passkeys"] = ["AuthKit.AspNetCore", "AuthKit.Core"],
        ["AuthKit.Relational"] = ["AuthKit.Core"],
        ["AuthKit.TwoFactor"] = ["AuthKit.AspNetCore", "AuthKit.Core"],
    };

    private static readonly string[] KnowTheWeb = ["AuthKit.AspNetCore", "AuthKit.OpenApi", "AuthKit.Passkeys", "AuthKit.TwoFactor"];

    private static IEnumerable<string> Projects => House.Projects;

    private static IEnumerable<string> BehindTheEdge => House.Projects.Except(KnowTheWeb);

    [TestCaseSource(nameof(Projects))]
    public void A_project_references_what_it_may(string project) =>
        Assert.That(ProjectReferences(House.ProjectFile(project)), Is.SubsetOf(MayReference(project)));

    [TestCaseSource(nameof(Projects))]
    public void An_assembly_references_what_its_project_may(string project) =>
        Assert.That(AssemblyReferences(project).Where(name => name.StartsWith("AuthKit", StringComparison.Ordinal)), Is.SubsetOf(MayReach(project)));

    [TestCaseSource(nameof(BehindTheEdge))]
    public void Only_the_edge_knows_ASP_NET(string project) => Assert.Multiple(() =>
    {
        Assert.That(AssemblyReferences(project), Has.None.StartsWith("Microsoft.AspNetCore"));
        Assert.That(House.Sources(project).Where(file => File.ReadAllText(file).Contains("Microsoft.AspNetCore", StringComparison.Ordinal)).Select(House.Relative), Is.Empty);
    });

    [TestCaseSource(nameof(Projects))]
    public void A_project_brings_one_version_of_IdentityModel(string project)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(House.Root, "src", project, "obj", "project.assets.json")));
        var versions = assets.RootElement.GetProperty("libraries").EnumerateObject()
            .Select(library => library.Name.Split('/'))
            .Where(library => library[0].Contains("IdentityModel", StringComparison.Ordinal))
            .Select(library => library[1])
            .Distinct();
        Assert.That(versions, Has.Exactly(1).Items, "Its parts call one another, and a host gets what the package asks for.");
    }

    [Test]
    public void The_meta_package_is_the_edge_and_every_store()
    {
        var nuspec = XDocument.Load(Path.Combine(House.Root, "AuthKit.nuspec"));
        var dependencies = nuspec.Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(dependencies, Is.EquivalentTo(House.Projects.Where(IsStore).Append("AuthKit.AspNetCore")));
            Assert.That(ProjectReferences(Path.Combine(House.Root, "src", "AuthKit", "AuthKit.csproj")), Is.EquivalentTo(dependencies));
        });
    }

    // A store is added without a line here: it may stand on the ports, or on the SQL that is written already.
    private static string[] MayReference(string project) => Allowed.GetValueOrDefault(project, ["AuthKit.Core", "AuthKit.Relational"]);

    private static IEnumerable<string> MayReach(string project) => MayReference(project).SelectMany(MayReach).Concat(MayReference(project));

    private static bool IsStore(string project) => !Allowed.ContainsKey(project) && project != "AuthKit.EntityFrameworkCore";

    private static IEnumerable<string> ProjectReferences(string file) => XDocument.Load(file)
        .Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

    private static IEnumerable<string> AssemblyReferences(string project) =>
        House.Load(project).GetReferencedAssemblies().Select(reference => reference.Name!);
}
