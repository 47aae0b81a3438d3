using System.Runtime.CompilerServices;
using System.Text.Json;
using AuthKit.Features.Import;
using AuthKit.Import.Reading;

namespace AuthKit.Import.Formats;

/// <summary>A format whose accounts are an array <c>users</c> in a JSON object, or by itself.</summary>
internal abstract class UsersFormat : IAccountFormat
{
    public abstract string Name { get; }

    public abstract string Summary { get; }

    public async IAsyncEnumerable<ImportedLine> ReadAsync(Stream file, AccountFormatOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var source = await SourceFile.OpenAsync(file, cancellationToken);
        await using var content = source.Content;
        await foreach (var item in JsonItems.ReadAsync(content, "users", cancellationToken))
            yield return Read(item, options);
    }

    /// <summary>The account of a user.</summary>
    protected abstract ImportedAccount Account(JsonElement user, SourceFields fields, AccountFormatOptions options);

    private ImportedLine Read(JsonItem item, AccountFormatOptions options)
    {
        if (item.Value is not { } user)
            return ImportedLine.Unreadable(item.Line, item.EndsReading);
        try
        {
            return ImportedLine.Of(item.Line, Account(user, new JsonFields(user, options), options));
        }
        catch (Exception e) when (e is InvalidOperationException or JsonException)
        {
            // A member of another type than the format has, or half a surrogate pair.
            return ImportedLine.Unreadable(item.Line);
        }
    }
}
