using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AuthKit.Passwords.Breached;

namespace AuthKit.Core.Tests.Passwords.Breached;

/// <summary>A file of sorted hashes is searched where it lies.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SortedHashFileTests
{
    private readonly string _path = Path.GetTempFileName();

    [TearDown]
    public void Delete() => File.Delete(_path);

    [TestCase(1, "\r\n", true)]
    [TestCase(2, "\n", true)]
    [TestCase(99, "\r\n", true)]
    [TestCase(100, "\n", false)]
    [TestCase(20_000, "\r\n", true)]
    [TestCase(20_000, "\n", false)]
    public async Task Each_that_is_there_is_found_and_no_other(int count, string lineEnd, bool withCounts)
    {
        var hashes = Hashes(count);
        Write(hashes.Select((hash, at) => withCounts ? $"{hash}:{Math.Pow(10, at % 8).ToString(CultureInfo.InvariantCulture)}" : hash), lineEnd);
        using var file = new SortedHashFile(_path);

        Assert.That(file.FindFlaw(), Is.Null);
        foreach (var at in Enumerable.Range(0, count).Where(at => count < 1000 || at % 37 == 0 || at < 200 || at > count - 200))
        {
            var hash = Convert.FromHexString(hashes[at]);
            Assert.That(await file.ContainsAsync(hash, default), hashes[at]);
            hash[^1] ^= 1;
            Assert.That(await file.ContainsAsync(hash, default), Is.False, hashes[at]);
        }

        Assert.That(await file.ContainsAsync(new byte[20], default), Is.False);
        Assert.That(await file.ContainsAsync(Enumerable.Repeat((byte)255, 20).ToArray(), default), Is.False);
    }

    [Test]
    public async Task Small_letters_and_a_last_line_without_an_end_are_read()
    {
        var hashes = Hashes(300);
        File.WriteAllText(_path, string.Join('\n', hashes).ToLowerInvariant());
        using var file = new SortedHashFile(_path);

        Assert.That(file.FindFlaw(), Is.Null);
        Assert.That(await file.ContainsAsync(Convert.FromHexString(hashes[^1]), default));
    }

    [Test]
    public void An_unsorted_file_is_told_however_long_it_is([Values(2, 100, 50_000)] int count)
    {
        Write(Hashes(count).Reverse(), "\r\n");
        using var file = new SortedHashFile(_path);
        Assert.That(file.FindFlaw(), Is.EqualTo("is not sorted by hash"));
    }

    [Test]
    public void A_file_whose_download_was_cut_off_is_told()
    {
        Write(Hashes(50_000), "\r\n");
        using (var stream = File.OpenWrite(_path))
            stream.SetLength(stream.Length - 20);
        using var file = new SortedHashFile(_path);
        Assert.That(file.FindFlaw(), Is.EqualTo("has a line that is no SHA-1 in hexadecimal"));
    }

    [TestCase("", "is empty")]
    [TestCase("password\nqwerty\n", "has a line that is no SHA-1 in hexadecimal")]
    [TestCase("5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8 3\n", "has a line that is no SHA-1 in hexadecimal")]
    [TestCase("8846F7EAEE8FB117AD06BDD830B7586C:3\n", "has a line that is no SHA-1 in hexadecimal")]
    public void What_is_no_such_file_is_told(string text, string flaw)
    {
        File.WriteAllText(_path, text);
        using var file = new SortedHashFile(_path);
        Assert.That(file.FindFlaw(), Is.EqualTo(flaw));
    }

    [Test]
    public void A_line_that_turns_up_broken_is_no_answer()
    {
        Write(Enumerable.Repeat(new string('x', 40), 20_000), "\n");
        using var file = new SortedHashFile(_path);
        Assert.That(async () => await file.ContainsAsync(new byte[20], default), Throws.InstanceOf<InvalidDataException>());
    }

    private static string[] Hashes(int count) =>
        [.. Enumerable.Range(0, count).Select(static number => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{number}")).AsSpan(0, 20))).Order(StringComparer.Ordinal)];

    private void Write(IEnumerable<string> lines, string lineEnd) => File.WriteAllText(_path, string.Concat(lines.Select(line => line + lineEnd)));
}
