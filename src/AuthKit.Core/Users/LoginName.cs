using System.Text;

namespace AuthKit.Users;

/// <summary>The form in which e-mail addresses and user names are compared.</summary>
public static class LoginName
{
    /// <summary>
    /// Compatibility-composed (Unicode NFKC) and lower-cased by the invariant culture, so that uniqueness depends on no
    /// database's collation. The Turkish dotless ı is not an i.
    /// </summary>
    /// <exception cref="ArgumentException">The name is not well-formed UTF-16.</exception>
    public static string Normalize(string name) =>
        Ascii.IsValid(name) ? name.ToLowerInvariant() : name.Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    /// <summary>Whether a sign-in name is an e-mail address; a user name has no <c>@</c>.</summary>
    public static bool IsEmail(string name) => name.Contains('@', StringComparison.Ordinal);
}
