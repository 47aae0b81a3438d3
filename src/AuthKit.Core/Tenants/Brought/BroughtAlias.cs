using System.Buffers;

namespace AuthKit.Tenants.Brought;

/// <summary>The generated alias of a tenant that a caller brought.</summary>
internal static class BroughtAlias
{
    private const string Prefix = "client-";
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int Letters = 26;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(Alphabet);

    /// <summary>The alias of the database with this fingerprint, the same whenever it is brought: one whose slot was given away is the same tenant when it comes back.</summary>
    /// <param name="hash">A keyed hash of the fingerprint, so that nobody can tell the alias of a database.</param>
    public static string Of(byte[] hash) => Prefix + string.Concat(hash.Take(Letters).Select(static part => Alphabet[part % Alphabet.Length]));

    /// <summary>Whether it looks like one, so that nothing else is looked up.</summary>
    public static bool Is(string alias) =>
        alias.Length == Prefix.Length + Letters
        && alias.StartsWith(Prefix, StringComparison.Ordinal)
        && !alias.AsSpan(Prefix.Length).ContainsAnyExcept(Allowed);
}
