using System.Text.RegularExpressions;

namespace AuthKit.Records;

/// <summary>Names of tables, columns and indexes, which every engine takes unquoted.</summary>
internal static partial class Identifier
{
    /// <exception cref="ArgumentException">It is not made of at most 63 lower-case letters, digits and underscores.</exception>
    public static string Checked(string name) =>
        Form().IsMatch(name) ? name : throw new ArgumentException($"'{name}' is not made of at most 63 lower-case letters, digits and underscores, a letter first.", nameof(name));

    [GeneratedRegex(@"^[a-z][a-z0-9_]{0,62}\z")]
    private static partial Regex Form();
}
