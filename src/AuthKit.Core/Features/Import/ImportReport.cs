namespace AuthKit.Features.Import;

/// <summary>What became of the accounts of an import, those of the runs before among them where it was resumed.</summary>
/// <param name="Read">How many lines were read.</param>
/// <param name="Taken">How many accounts were taken in; in a dry run, how many would be.</param>
/// <param name="AlreadyThere">How many were there already, under their id in the source or their e-mail address.</param>
/// <param name="Refused">How many were refused; <see cref="AccountImport.OnNote"/> is told why.</param>
public sealed record ImportReport(long Read, long Taken, long AlreadyThere, long Refused)
{
    /// <summary>Nothing yet.</summary>
    internal static ImportReport Empty { get; } = new(0, 0, 0, 0);

    /// <summary>The report with one more line.</summary>
    internal ImportReport With(ImportResult result) => result switch
    {
        ImportResult.Taken => this with { Read = Read + 1, Taken = Taken + 1 },
        ImportResult.ImportedBefore or ImportResult.EmailThere => this with { Read = Read + 1, AlreadyThere = AlreadyThere + 1 },
        _ => this with { Read = Read + 1, Refused = Refused + 1 },
    };
}
