using System.Globalization;
using AuthKit.Features.Import;

namespace AuthKit.Import;

/// <summary>What the command says of an import. No sentence has a value of an account in it.</summary>
internal static class ImportSentences
{
    /// <summary>What became of a line.</summary>
    public static string Of(ImportNote note) => string.Create(CultureInfo.InvariantCulture, $"line {note.Line}: {Of(note.Result)}{(note.Broken is { } broken ? $" ({broken.Field}: {broken.Rule.Code})" : "")}");

    /// <summary>What became of all.</summary>
    public static string Of(ImportReport report, bool dryRun) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report.Read} read: {report.Taken} {(dryRun ? "would be taken in" : "taken in")}, {report.AlreadyThere} already there, {report.Refused} refused.");

    /// <summary>Why nothing was done.</summary>
    public static string Of(Failure failure) => failure.Fault switch
    {
        var fault when fault == Fault.NotFound => "--tenant is no tenant of this host's.",
        var fault when fault == Fault.Conflict => "--resume: this is not the file that the run before had begun with. Without --resume every account is looked at again, and none made twice.",
        _ => "--source is 1 to 64 letters, digits, hyphens or underscores.",
    };

    private static string Of(ImportResult result) => result switch
    {
        ImportResult.ImportedBefore => "already there, taken in before",
        ImportResult.EmailThere => "already there, an account has the e-mail address",
        ImportResult.Unreadable => "refused, not readable as an account",
        ImportResult.BrokenFile => "refused, and nothing from here on can be read",
        ImportResult.UnusableSourceId => "refused, it has no id, or one that cannot be kept",
        ImportResult.BrokenRule => "refused, a field breaks a rule",
        ImportResult.UserNameTaken => "refused, the user name is another account's",
        ImportResult.UnreadablePassword => "refused, the password's hash is of no known kind, malformed, or costs too much to check",
        ImportResult.Disabled => "refused, nobody may sign in to it where it comes from",
        ImportResult.PasswordDropped => "taken in without its password",
        ImportResult.UserNameDropped => "taken in without its user name",
        ImportResult.ExternalIdentityDropped => "taken in without an identity at a provider",
        _ => "taken in",
    };
}
