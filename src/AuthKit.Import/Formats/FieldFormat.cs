using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AuthKit.Features.Import;
using AuthKit.Import.Reading;
using AuthKit.Users;

namespace AuthKit.Import.Formats;

/// <summary>A format whose accounts are records of named fields: in CSV, in a JSON array, or in lines of JSON.</summary>
internal abstract class FieldFormat : IAccountFormat
{
    public abstract string Name { get; }

    public abstract string Summary { get; }

    public async IAsyncEnumerable<ImportedLine> ReadAsync(Stream file, AccountFormatOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var source = await SourceFile.OpenAsync(file, cancellationToken);
        await using var content = source.Content;
        if (source.Kind is SourceKind.Csv)
        {
            await foreach (var (line, record) in CsvRecords.ReadAsync(content, cancellationToken))
                yield return record is null ? ImportedLine.Unreadable(line, endsReading: true) : OfRecord(line, new CsvFields(record, options), options);
            yield break;
        }

        var items = source.Kind is SourceKind.JsonArray ? JsonItems.ReadAsync(content, member: null, cancellationToken) : JsonLines.ReadAsync(content, cancellationToken);
        await foreach (var item in items)
        {
            if (Read(item, options) is { } line)
                yield return line;
        }
    }

    /// <summary>The account of a JSON object; null where it is of something else.</summary>
    protected virtual ImportedAccount? Account(JsonElement item, AccountFormatOptions options) => Account(new JsonFields(item, options), options);

    /// <summary>The account of named fields.</summary>
    protected abstract ImportedAccount Account(SourceFields fields, AccountFormatOptions options);

    /// <summary>An id where the source has none: a digest of the address, which is unique.</summary>
    protected static string IdOf(string? id, string? email) =>
        id ?? (email is null ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(LoginName.Normalize(email)))));

    private ImportedLine OfRecord(long line, CsvFields fields, AccountFormatOptions options)
    {
        try
        {
            return ImportedLine.Of(line, Account(fields, options));
        }
        catch (Exception e) when (e is InvalidOperationException or JsonException)
        {
            // A column of JSON that is none.
            return ImportedLine.Unreadable(line);
        }
    }

    private ImportedLine? Read(JsonItem item, AccountFormatOptions options)
    {
        if (item.Value is not { } value)
            return ImportedLine.Unreadable(item.Line, item.EndsReading);
        try
        {
            return value.ValueKind is not JsonValueKind.Object ? ImportedLine.Unreadable(item.Line)
                : Account(value, options) is { } account ? ImportedLine.Of(item.Line, account)
                : null;
        }
        catch (Exception e) when (e is InvalidOperationException or JsonException)
        {
            // A member of another type than the format has, or half a surrogate pair.
            return ImportedLine.Unreadable(item.Line);
        }
    }
}
