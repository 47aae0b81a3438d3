using System.Globalization;
using System.Text;

namespace AuthKit.Passwords;

/// <summary>
/// The form in which passwords are hashed (RFC 8265 §4.2.1): composed (Unicode NFC), every space an ASCII one, and nothing else.
/// Keyboards differ in which bytes they make of one and the same letter.
/// </summary>
internal static class OpaqueString
{
    // Unicode orders marks in time that is the square of their number. By default no password is longer than 1,024 bytes.
    private const int MaxLength = 2048;

    /// <summary>The password in that form; what is no text (half a surrogate pair), or longer than 2,048 characters, stays as it is.</summary>
    public static string Prepare(string password)
    {
        if (Ascii.IsValid(password) || password.Length > MaxLength)
            return password;
        try
        {
            var spaced = string.Create(password.Length, password, static (span, text) =>
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] = char.GetUnicodeCategory(text[i]) is UnicodeCategory.SpaceSeparator ? ' ' : text[i];
            });
            return spaced.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return password;
        }
    }
}
