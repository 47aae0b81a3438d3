using System.Globalization;
using System.Text;

namespace AuthKit.Passwords;

/// <summary>
/// The form in which passwords are hashed (RFC 8265 §4.2.2, NIST SP 800-63B-4 §3.1.1.2): input methods write the same characters
/// composed or decomposed (Unicode NFC, NFD), and spaces in several methods.
/// </summary>
internal static class OpaqueString
{
    // Unicode orders marks in time that is the square of their number. By default no password is longer than 1,024 bytes.
    private const int MaxLength = 2048;

    /// <summary>The password with ordinary spaces, composed (NFC). What is no Unicode text, or longer than 2,048 characters, stays as it is.</summary>
    public static string Prepare(string password)
    {
        if (Ascii.IsValid(password) || password.Length > MaxLength)
            return password;
        try
        {
            return string.Concat(password.Select(static c => char.GetUnicodeCategory(c) is UnicodeCategory.SpaceSeparator ? ' ' : c)).Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair.
            return password;
        }
    }
}
