using AuthKit.Architecture.Tests.Reading;

namespace AuthKit.Architecture.Tests;

/// <summary>A file is one idea.</summary>
public sealed class FileSizeTests
{
    private static IReadOnlyList<(string File, int Lines)> Files { get; } =
        [.. House.Sources().Select(file => (House.Relative(file), File.ReadLines(file).Count())).OrderBy(file => file.Item2)];

    [Test]
    public void Half_of_the_files_have_fewer_than_60_lines() => Assert.That(Files[Files.Count / 2].Lines, Is.LessThan(60));

    [Test]
    public void No_file_has_more_than_300_lines() => Assert.That(Files.Where(file => file.Lines > 300), Is.Empty);
}
