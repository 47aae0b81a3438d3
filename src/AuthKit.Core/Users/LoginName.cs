using System.Text;

namespace AuthKit.Users;

/// <summary>The form in which e-mail addresses and user names are compared.</summary>
public static class LoginName
{
    // Unicode orders marks in time that is the square of their number: 60 KB of them take half a second. No field is longer.
    private const int MaxLength = 1024;

    /// <summary>
    /// Compatibility-composed (Unicode NFKC) and lower-cased by the invariant culture, so that uniqueness depends on no
    /// database's collation. The Turkish dotless ı is not an i. What no text holds (half a surrogate pair, U+FFFE) and
    /// what not every database holds (U+0000) becomes U+FFFD, which no account's name has in it. The domain of an
    /// address is in ASCII (the A-labels of RFC 5890 §2.3.2.1), where it can be written so. A text of more than 1,024 characters
    /// becomes U+FFFD as a whole, against denial of service.
    /// </summary>
    public static string Normalize(string name) => MailDomain.ToAscii(Fold(name));

    /// <summary>
    /// The forms under which an account of this name may be kept, one or two: up to schema version 3 a domain was kept as it
    /// was spelt, so that an account from then is found by either spelling. The form that the name is spelt in is the first.
    /// </summary>
    internal static IReadOnlyList<string> FormsOf(string name)
    {
        var folded = Fold(name);
        var ascii = MailDomain.ToAscii(folded);
        var other = ascii == folded ? MailDomain.ToUnicode(folded) : ascii;
        return other == folded ? [folded] : [folded, other];
    }

    internal static string? NormalizeOrNull(string? name) => name is null ? null : Normalize(name);

    /// <summary>Whether a name is text that every database can hold.</summary>
    internal static bool IsText(string name) => !name.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar || IsReplaced(rune));

    /// <summary>
    /// Whether two e-mail addresses lead to one mailbox: they are equal but for ASCII case. Two that are equal in their
    /// <see cref="Normalize">normalised</see> form find the same account, and may belong to two people.
    /// </summary>
    internal static bool IsSameMailbox(string one, string other) =>
        one.Length == other.Length && one.Zip(other).All(static pair => pair.First == pair.Second || (char.IsAscii(pair.First) && char.IsAscii(pair.Second) && char.ToLowerInvariant(pair.First) == char.ToLowerInvariant(pair.Second)));

    /// <summary>Whether a sign-in name is an e-mail address; a user name has no <c>@</c>.</summary>
    public static bool IsEmail(string name) => name.Contains('@', StringComparison.Ordinal);

    private static string Fold(string name) => name.Length > MaxLength ? Rune.ReplacementChar.ToString()
        : Ascii.IsValid(name) && !name.Contains('\0', StringComparison.Ordinal) ? name.ToLowerInvariant()
        : Replace(name).Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    // Enumerating runes has already replaced the halves of surrogate pairs.
    private static string Replace(string name) => string.Concat(name.EnumerateRunes().Select(rune => IsReplaced(rune) ? Rune.ReplacementChar : rune));

    private static bool IsReplaced(Rune rune) => rune.Value is 0 or 0xFFFE;
}
