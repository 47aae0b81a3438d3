namespace AuthKit.Features.Import;

/// <summary>A line of what is imported: an account, or what could not be read as one.</summary>
public sealed record ImportedLine
{
    private ImportedLine(long number, ImportedAccount? account) => (Number, Account) = (number, account);

    /// <summary>The number of the line that it begins on, from 1, for the report.</summary>
    public long Number { get; }

    /// <summary>The account; null where the line could not be read as one.</summary>
    public ImportedAccount? Account { get; }

    /// <summary>Whether nothing behind it can be read either.</summary>
    public bool EndsReading { get; private init; }

    /// <summary>An account.</summary>
    public static ImportedLine Of(long number, ImportedAccount account) => new(number, account);

    /// <summary>What could not be read as an account.</summary>
    /// <param name="number">The number of the line.</param>
    /// <param name="endsReading">Whether nothing behind it can be read either: the file is no such file from here on.</param>
    public static ImportedLine Unreadable(long number, bool endsReading = false) => new(number, null) { EndsReading = endsReading };

    /// <inheritdoc/>
    public override string ToString() => $"Line {Number}";
}
