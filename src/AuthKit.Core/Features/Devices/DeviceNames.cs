using System.Globalization;
using System.Text;
using AuthKit.Sessions;

namespace AuthKit.Features.Devices;

/// <summary>What devices may be called: text that people can see, as other names are.</summary>
internal static class DeviceNames
{
    /// <summary>The rule that a name breaks; null for none.</summary>
    public static BrokenRule? Check(string? name)
    {
        if (name is null)
            return null;
        if (name.Length > SessionDevice.MaxName)
            return new(Field.Name, Rule.TooLong, SessionDevice.MaxName);
        // Half of a surrogate pair is read as the replacement character.
        return name.EnumerateRunes().All(IsVisible) ? null : new(Field.Name, Rule.Characters);
    }

    private static bool IsVisible(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
