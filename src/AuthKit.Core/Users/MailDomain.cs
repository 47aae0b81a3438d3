using System.Globalization;
using System.Text;

namespace AuthKit.Users;

/// <summary>The domain of an address, which can be spelt in Unicode or in ASCII (RFC 5890 §2.3.2.1: U-labels and A-labels).</summary>
internal static class MailDomain
{
    private const string AcePrefix = "xn--";

    private static readonly IdnMapping Lenient = new();
    private static readonly IdnMapping Strict = new() { UseStd3AsciiRules = true };

    /// <summary>A folded address with its domain in ASCII; as it is where that is not possible.</summary>
    public static string ToAscii(string address) => !Ascii.IsValid(address) && Map(address, static domain => Lenient.GetAscii(domain)) is { } ascii ? ascii.ToLowerInvariant() : address;

    /// <summary>A folded address with its domain in Unicode, in the form that was kept up to schema version 3; as it is where it is no other.</summary>
    public static string ToUnicode(string address) => address.Contains(AcePrefix, StringComparison.Ordinal) && Map(address, static domain => Lenient.GetUnicode(domain)) is { } unicode
        ? unicode.Normalize(NormalizationForm.FormKC).ToLowerInvariant()
        : address;

    /// <summary>Whether mail could be sent to a domain: labels of letters, digits and hyphens, once they are in ASCII (RFC 5321 §2.3.5).</summary>
    public static bool IsValid(string domain)
    {
        try
        {
            return !Strict.GetAscii(LoginName.Normalize(domain)).EndsWith('.');
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string? Map(string address, Func<string, string> map)
    {
        var domain = address.LastIndexOf('@') + 1;
        if (domain == 0 || domain == address.Length)
            return null;
        try
        {
            return address[..domain] + map(address[domain..]);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
