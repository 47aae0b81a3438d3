using System.Text;
using AuthKit.Features.Import;
using AuthKit.Import.Reading;

namespace AuthKit.Import.Tests.Formats;

/// <summary>Files are read in small pieces and never held, lines are counted, and what is broken ends nothing that it need not.</summary>
public sealed class ReadingTests
{
    private const string Pretty =
        """
        [
          {"a": "x]}\"[{"},

          {"a": {"b": [1, {"c": null}]}},
          7,
          ["no object"],
          {"a": "\u00e4ä🐎"}
        ]
        """;

    [Test]
    public async Task JSON_is_read_the_same_in_whatever_pieces_it_comes([Values(1, 2, 3, 7, 64, 100_000)] int piece, [Values] bool member)
    {
        var text = member ? $$"""{"skipped":{"users":[{"a":1}]},"other":[{"a":1}],"users":{{Pretty}},"more":[1,{"a":2}]}""" : Pretty;

        var items = await ItemsAsync(text, piece, "users");

        Assert.That(items, Is.EqualTo(new (long, string?, bool)[]
        {
            (2, """{"a": "x]}\"[{"}""", false), (4, """{"a": {"b": [1, {"c": null}]}}""", false), (5, null, false), (6, null, false), (7, """{"a": "\u00e4ä🐎"}""", false),
        }));
    }

    [TestCase("", 0)]
    [TestCase("[", 0)]
    [TestCase("{}", 0)]
    [TestCase("{\"users\":7}", 0)]
    [TestCase("[{\"a\":1}", 1)]
    [TestCase("[{\"a\":1},{\"a\":", 1)]
    [TestCase("[{\"a\":1},\n{\"a\":1}}", 2)]
    [TestCase("[{\"a\":1} {\"a\":1}]", 1)]
    [TestCase("[{\"a\":1}] more", 1)]
    public async Task What_is_no_JSON_is_said_behind_what_is(string text, int before)
    {
        var items = await ItemsAsync(text, 3, "users");

        Assert.That(items, Has.Count.EqualTo(before + 1));
        Assert.That(items[^1], Has.Property("Item3").True);
        Assert.That(items.SkipLast(1).Select(item => item.Item2), Has.None.Null);
    }

    [Test]
    public async Task An_object_that_is_too_long_is_not_held()
    {
        var stream = new EndlessStream("[{\"a\":1},{\"a\":\"", "x");
        var items = new List<JsonItem>();
        await foreach (var item in JsonItems.ReadAsync(stream, null, CancellationToken.None))
            items.Add(item);

        Assert.That(items.Select(item => item.EndsReading), Is.EqualTo(new[] { false, true }));
        Assert.That(stream.Read, Is.LessThan(3 << 20));
    }

    [TestCase("{\"a\":1}\n\n{\"a\":\nno\n[1]\n \r\n{\"a\":2}", "1 3! 4! 5! 7")]
    [TestCase("{\"a\":1}\r\n{\"a\":2}\r\n", "1 2")]
    [TestCase("", "")]
    public async Task A_line_of_JSON_that_is_none_ends_nothing(string text, string expected)
    {
        var read = new List<string>();
        await foreach (var item in JsonLines.ReadAsync(new PiecemealStream(text, 5), CancellationToken.None))
            read.Add($"{item.Line}{(item.Value is null ? "!" : "")}");

        Assert.That(string.Join(' ', read), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_line_that_is_too_long_is_not_held()
    {
        var stream = new EndlessStream("{\"a\":1}\n{\"a\":\"", "x");
        var ends = new List<bool>();
        await foreach (var item in JsonLines.ReadAsync(stream, CancellationToken.None))
            ends.Add(item.EndsReading);

        Assert.That(ends, Is.EqualTo(new[] { false, true }));
        Assert.That(stream.Read, Is.LessThan(3 << 20));
    }

    [Test]
    public async Task A_file_is_read_as_its_accounts_are_asked_for([Values("csv", "json", "lines")] string kind)
    {
        var stream = kind switch
        {
            "csv" => new EndlessStream("id,email\n", "1,anna@example.com\n"),
            "json" => new EndlessStream("[{}", ",{\"id\":1,\"email\":\"anna@example.com\"}"),
            _ => new EndlessStream("", "{\"id\":1,\"email\":\"anna@example.com\"}\n"),
        };
        await using var host = new ImportHost();
        var count = 0;
        await foreach (var line in host.Get<IEnumerable<IAccountFormat>>().Single(format => format.Name == "accounts").ReadAsync(stream, new(), CancellationToken.None))
        {
            if (++count == 100_000)
                break;
        }

        Assert.That(count, Is.EqualTo(100_000), "It has no end.");
    }

    [TestCase("id,email\n1,\"anna@example.com\n2,berta@example.com\n", "2!", Description = "A quote that is never closed.")]
    [TestCase("id,email,name\n1,anna@example.com,\"A\"b\n", "2!", Description = "Text behind a quote.")]
    [TestCase("id,email,name\n1,anna@example.com,A\n2,berta@example.com,\"x\ny\"\n3,carl@example.com,C", "2 3 5")]
    [TestCase("\uFEFFid,email\r\n1,anna@example.com\r\n", "2")]
    [TestCase("id\temail\n1\tanna@example.com\n", "2")]
    public async Task CSV_is_strict_and_its_lines_are_counted(string text, string expected)
    {
        await using var host = new ImportHost();
        var read = new List<string>();
        await foreach (var line in host.Get<IEnumerable<IAccountFormat>>().Single(format => format.Name == "accounts").ReadAsync(new PiecemealStream(text, 4), new(), CancellationToken.None))
            read.Add($"{line.Number}{(line.EndsReading ? "!" : "")}");

        Assert.That(string.Join(' ', read), Is.EqualTo(expected));
    }

    [Test]
    public async Task What_is_before_the_break_is_taken_in_and_once_it_is_mended_the_rest()
    {
        await using var host = new ImportHost();
        const string whole = "[{\"id\":1,\"email\":\"a@example.com\"},\n{\"id\":2,\"email\":\"b@example.com\"}]";

        var broken = await host.ImportFileAsync("accounts", whole.Replace(",\n", ",\n,", StringComparison.Ordinal));
        var mended = await host.ImportFileAsync("accounts", whole, new("accounts") { Resume = true });

        Assert.That(broken, Is.EqualTo(new ImportReport(2, 1, 0, 1)));
        Assert.That(host.Notes.Single(), Is.EqualTo(new ImportNote(2, ImportResult.BrokenFile)));
        Assert.That(mended, Is.EqualTo(new ImportReport(2, 2, 0, 0)));
    }

    [TestCase("{\"id\":1,\"email\":\"\\ud800@example.com\"}")]
    [TestCase("{\"id\":1,\"email\":\"a@example.com\",\"externalIdentities\":\"x\"}")]
    [TestCase("{\"id\":1,\"email\":\"a@example.com\",\"externalIdentities\":[1]}")]
    public async Task A_member_that_is_none_makes_a_line_unreadable(string line)
    {
        await using var host = new ImportHost();
        await host.ImportFileAsync("accounts", $"{line}\n{{\"id\":2,\"email\":\"b@example.com\"}}");

        Assert.That(host.Notes.Single(), Is.EqualTo(new ImportNote(1, ImportResult.Unreadable)));
        Assert.That(await host.AllAsync(), Has.Count.EqualTo(1));
    }

    private static async Task<List<(long, string?, bool)>> ItemsAsync(string text, int piece, string member)
    {
        var items = new List<(long, string?, bool)>();
        await foreach (var item in JsonItems.ReadAsync(new PiecemealStream(text, piece), member, CancellationToken.None))
            items.Add((item.Line, item.Value?.GetRawText(), item.EndsReading));
        return items;
    }

    private sealed class PiecemealStream(string text, int piece) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(piece, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(piece, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
    }

    private sealed class EndlessStream(string first, string rest) : MemoryStream
    {
        private readonly byte[] _first = Encoding.UTF8.GetBytes(first);
        private readonly byte[] _rest = Encoding.UTF8.GetBytes(rest);

        public new long Read { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var span = buffer.Span[..Math.Min(buffer.Length, 4096)];
            for (var i = 0; i < span.Length; i++, Read++)
                span[i] = Read < _first.Length ? _first[Read] : _rest[(Read - _first.Length) % _rest.Length];
            return new(span.Length);
        }
    }
}
