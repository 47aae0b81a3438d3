using System.Security.Cryptography;

namespace AuthKit.TwoFactor.Codes;

/// <summary>Recovery codes as people write them down: two groups of five of Crockford's 32 letters and digits, which are 50 random bits.</summary>
internal static class RecoveryCodeText
{
    private const int Group = 5;
    private const int Letters = 2 * Group;
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string New() => $"{RandomNumberGenerator.GetString(Alphabet, Group)}-{RandomNumberGenerator.GetString(Alphabet, Group)}";

    /// <summary>A code in one spelling: of any case, with or without hyphen, with letters where a digit looks the same; null where it is none.</summary>
    public static string? Read(string? typed)
    {
        if (CodeText.Of(typed) is not { Length: Letters } text)
            return null;
        var read = string.Create(Letters, text, static (letters, text) =>
        {
            for (var i = 0; i < letters.Length; i++)
                letters[i] = Read(text[i]);
        });
        return read.All(static letter => Alphabet.Contains(letter, StringComparison.Ordinal)) ? read : null;
    }

    private static char Read(char typed) => typed switch
    {
        >= 'A' and <= 'Z' => Read((char)(typed | 0x20)),
        'o' => '0',
        'i' or 'l' => '1',
        _ => typed,
    };
}
