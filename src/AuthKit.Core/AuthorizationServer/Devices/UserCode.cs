using System.Security.Cryptography;

namespace AuthKit.AuthorizationServer.Devices;

/// <summary>The code that a person types to let a device in (RFC 8628 §6.1): eight consonants, which spell no word, about 34 bits.</summary>
internal static class UserCode
{
    private const string Alphabet = "BCDFGHJKLMNPQRSTVWXZ";
    private const int Length = 8;

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>As it is shown: in two halves.</summary>
    public static string Show(string code) => $"{code[..(Length / 2)]}-{code[(Length / 2)..]}";

    /// <summary>What was typed without what people put in between, in one case; null where it is no code.</summary>
    public static string? Read(string? typed)
    {
        var code = string.Concat((typed ?? "").Where(char.IsAsciiLetter)).ToUpperInvariant();
        return typed!?.Length <= 2 * Length && code.Length == Length && code.All(Alphabet.Contains) ? code : null;
    }
}
