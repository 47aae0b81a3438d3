using System.Globalization;
using System.Security.Cryptography;

namespace QuickStart;

/// <summary>A contract's routes as lines for the shell, in an order in which each of them succeeds (<c>Lines/*.sh</c>).</summary>
/// <param name="Title">What the lines do.</param>
/// <param name="Text">The lines; empty where there is nothing to send without an account elsewhere.</param>
internal sealed record Lines(string Title, string Text)
{
    /// <summary>The lines of a file, for this host, and for accounts that nobody has made yet.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="host">Where this host is.</param>
    /// <param name="outbox">Where its mails are.</param>
    /// <param name="number">What tells the accounts of one reading of the page from those of another.</param>
    public static IEnumerable<Lines> Of(string name, string host, string outbox, string number) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Lines", $"{name}.sh"))
            .Replace("http://127.0.0.1:5080", host, StringComparison.Ordinal)
            .Replace("OUTBOX", outbox, StringComparison.Ordinal)
            .Replace("@example.com", $".{number}@example.com", StringComparison.Ordinal)
            .Replace("NUMBER", number, StringComparison.Ordinal)
            .Insert(0, "\n").Split("\n# ", StringSplitOptions.RemoveEmptyEntries)
            .Select(section => section.Split('\n', 2))
            .Select(section => new Lines(section[0], section[1].Trim()));

    public static string NewNumber() => RandomNumberGenerator.GetInt32(100_000, 1_000_000).ToString(CultureInfo.InvariantCulture);
}
