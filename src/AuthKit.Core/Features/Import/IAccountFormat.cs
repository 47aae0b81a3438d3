namespace AuthKit.Features.Import;

/// <summary>A file format that accounts are read from.</summary>
public interface IAccountFormat
{
    /// <summary>What it is asked for by (<c>--from</c>): lower-case letters and hyphens.</summary>
    string Name { get; }

    /// <summary>What it reads, in one line.</summary>
    string Summary { get; }

    /// <summary>Reads a file from its beginning to its end, without holding it. A line that is no account is given as such; it does not end the reading.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">What to know beside it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    IAsyncEnumerable<ImportedLine> ReadAsync(Stream file, AccountFormatOptions options, CancellationToken cancellationToken);
}
