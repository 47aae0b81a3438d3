using System.Globalization;
using AuthKit.Passkeys.Storage;

namespace AuthKit.Passkeys;

/// <summary>What passkeys may be called: text that people can see, as other names are.</summary>
internal static class PasskeyNames
{
    public const string Field = "name";
    private const string Default = "Passkey";

    /// <summary>The name that was chosen, or the one that stands in for it.</summary>
    public static string Of(string? chosen) => chosen?.Trim() is { Length: > 0 } name ? name : Default;

    /// <summary>The rule that a name breaks; null for none.</summary>
    public static BrokenRule? Check(string name)
    {
        if (name.Length > PasskeyTable.MaxName)
            return new(Field, Rule.TooLong, PasskeyTable.MaxName);
        return IsVisible(name) ? null : new(Field, Rule.Characters);
    }

    private static bool IsVisible(string name)
    {
        for (var at = 0; at < name.Length; at++)
        {
            switch (CharUnicodeInfo.GetUnicodeCategory(name, at))
            {
                case UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    return false;
            }

            if (char.IsHighSurrogate(name[at]))
                at++;
        }

        return true;
    }
}
