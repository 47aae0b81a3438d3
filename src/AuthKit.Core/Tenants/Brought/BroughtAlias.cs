using System.Buffers;
using System.Security.Cryptography;

namespace AuthKit.Tenants.Brought;

/// <summary>The generated alias of a tenant that a caller brought.</summary>
internal static class BroughtAlias
{
    private const string Prefix = "client-";
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int RandomLength = 26;

    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);

    public static string New() => Prefix + RandomNumberGenerator.GetString(Alphabet, RandomLength);

    /// <summary>Whether it looks like one, so that nothing else is looked up.</summary>
    public static bool Is(string alias) =>
        alias.Length == Prefix.Length + RandomLength
        && alias.StartsWith(Prefix, StringComparison.Ordinal)
        && !alias.AsSpan(Prefix.Length).ContainsAnyExcept(Letters);
}
