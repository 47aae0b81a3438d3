using AuthKit.Relational;
using AuthKit.Stores.Tests.Recording;
using NUnit.Framework;
using System.Text.RegularExpressions;
using System.Text;

namespace AuthKit.Stores.Tests.Golden;

/// <summary>All SQL that AuthKit's ports send, in a file for each engine, so that a reviewer sees it.</summary>
public sealed partial class StatementTests
{
    [Test]
    public async Task Ports_send_what_the_file_says([ValueSource(typeof(SqlEngine), nameof(SqlEngine.All))] SqlEngine engine)
    {
        var file = new StringBuilder();
        var source = new RecordingSource(engine.Driver) { Changed = 0 };
        await using var database = new RelationalDatabase(source, engine.Dialect);
        foreach (var (member, calls) in PortCalls.On(database.Records))
        {
            foreach (var call in calls)
                await call();
            file.Append($"-- {member}\n");
            foreach (var statement in source.TakeTexts().Distinct())
                file.Append($"{Folded(statement)};\n");
            file.Append('\n');
        }

        GoldenFile.Compare($"{engine}.sql", file.ToString());
    }

    [Test]
    public void Every_port_is_called()
    {
        var members = PortCalls.On(records: null!).Select(member => member.Name).ToArray();
        Assert.That(members, Does.Contain("UserStore.CreateAsync").And.Contain("TenantStore.ListAsync"));
        Assert.That(members.Select(member => member.Split('.')[0]).Distinct().Count(), Is.AtLeast(9));
    }

    /// <summary>A line for each clause; what is in parentheses stays on its line.</summary>
    private static string Folded(string statement) => Clause().Replace(statement.TrimEnd(';'), "\n    $1 ");

    [GeneratedRegex(@"(?<!\([^)]*) (VALUES|SET|WHERE|ORDER BY|(?<=^SELECT .*)FROM) ", RegexOptions.Multiline)]
    private static partial Regex Clause();
}
