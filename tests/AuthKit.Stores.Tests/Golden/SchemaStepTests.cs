using AuthKit.Hosting;
using AuthKit.Relational.Schemas;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.Golden;

/// <summary>
/// The steps of AuthKit's own schema, as they are derived from the described tables, against what was released: a table's
/// description must never change a step that databases have taken. The files of versions 1 to 3 were written by the
/// release that still had each step by hand.
/// </summary>
public sealed class SchemaStepTests
{
    /// <summary>The last version of a release. The files up to it are never written again; only a release raises it.</summary>
    private const int Released = 4;

    [Test]
    public void A_step_is_to_the_letter_what_it_was(
        [ValueSource(typeof(SqlEngine), nameof(SqlEngine.All))] SqlEngine engine,
        [ValueSource(nameof(Versions))] int version)
    {
        var (with, without) = (SchemaScript.Write(engine.Dialect, from: version - 1), SchemaScript.Write(engine.Dialect, from: version));
        Assert.That(with, Does.EndWith(without));
        GoldenFile.Compare($"Schema/{engine}.{version}.sql", with[..^without.Length], released: version <= Released);
    }

    private static IEnumerable<int> Versions() => Enumerable.Range(1, AuthKitSchema.Current.Version);
}
