using System.Buffers;
using System.Globalization;
using System.Text;

namespace AuthKit.Users;

/// <summary>The rules of an account's fields other than its password.</summary>
internal static class UserFields
{
    /// <summary>RFC 3696 erratum 1690: 64 of local part, the at sign, 255 of domain.</summary>
    public const int MaxEmail = 320;
    public const int MaxEmailLocalPart = 64;
    public const int MaxUserName = 64;
    public const int MaxName = 256;
    public const int MaxAddress = 1024;

    private static readonly SearchValues<char> NotInUserName = SearchValues.Create("@\"'<>\\/&?#%:;,");

    /// <summary>What an address has to be that a request may ask about; an account from an earlier release may have it.</summary>
    public static BrokenRule? Email(string? email, string field = Field.Email)
    {
        if (string.IsNullOrWhiteSpace(email))
            return new(field, Rule.Required);
        if (TooLong(email, field, MaxEmail) is { } tooLong)
            return tooLong;
        var at = email.LastIndexOf('@');
        var shaped = at is > 0 and <= MaxEmailLocalPart && at < email.Length - 1
            && email.IndexOf('@', StringComparison.Ordinal) == at
            && LoginName.IsText(email)
            && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';' or '"' or '\\' or '(' or ')')
            && !email.AsSpan(at).ContainsAny("/?#%&:[]")
            && email[at + 1] is not ('.' or '-') && email[^1] is not ('.' or '-')
            && !email.Contains("..", StringComparison.Ordinal) && email[0] != '.' && email[at - 1] != '.';
        return shaped ? null : new(field, Rule.Email);
    }

    /// <summary>What an address has to be that a new account gets: one that mail can be sent to.</summary>
    /// <param name="email">The address.</param>
    /// <param name="smtpUtf8">Whether what sends mail takes a local part beyond ASCII.</param>
    public static BrokenRule? NewEmail(string? email, bool smtpUtf8)
    {
        if (Email(email) is { } broken)
            return broken;
        var at = email!.LastIndexOf('@');
        if (!MailDomain.IsValid(email[(at + 1)..]))
            return new(Field.Email, Rule.Email);
        return smtpUtf8 || Ascii.IsValid(email.AsSpan(0, at)) ? null : new(Field.Email, Rule.Characters);
    }

    public static BrokenRule? UserName(string? name)
    {
        if (name is null)
            return null;
        if (name.Length == 0)
            return new(Field.UserName, Rule.Required);
        if (TooLong(name, Field.UserName, MaxUserName) is { } tooLong)
            return tooLong;
        return !LoginName.IsText(name) || name.AsSpan().ContainsAny(NotInUserName) || name.Any(c => char.IsWhiteSpace(c) || Invisible(c))
            ? new(Field.UserName, Rule.Characters)
            : null;
    }

    public static IEnumerable<BrokenRule> Profile(UserProfile profile)
    {
        BrokenRule?[] broken =
        [
            Text(profile.Name, Field.Name, MaxName),
            Text(profile.GivenName, Field.GivenName, MaxName),
            Text(profile.FamilyName, Field.FamilyName, MaxName),
            Text(profile.PhoneNumber, Field.PhoneNumber, MaxName),
            Text(profile.Address, Field.Address, MaxAddress, lines: true),
            string.IsNullOrEmpty(profile.ContactEmail) ? null : Email(profile.ContactEmail, Field.ContactEmail),
        ];
        return broken.OfType<BrokenRule>();
    }

    private static BrokenRule? Text(string? value, string field, int limit, bool lines = false)
    {
        if (string.IsNullOrEmpty(value))
            return null;
        if (TooLong(value, field, limit) is { } tooLong)
            return tooLong;
        return !LoginName.IsText(value) || value.Any(c => char.IsControl(c) && !(lines && c is '\r' or '\n' or '\t')) ? new(field, Rule.Characters) : null;
    }

    // The normalised form is what the unique columns hold, and NFKC can be the longer one.
    private static BrokenRule? TooLong(string value, string field, int limit) =>
        value.Length > limit || LoginName.Normalize(value).Length > limit ? new(field, Rule.TooLong, limit) : null;

    private static bool Invisible(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse;
}
