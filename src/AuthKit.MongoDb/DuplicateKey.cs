using System.Text.RegularExpressions;
using AuthKit.Records;
using MongoDB.Driver;

namespace AuthKit.MongoDb;

/// <summary>Which unique index refused a write.</summary>
internal static partial class DuplicateKey
{
    private const int DuplicateKeyCode = 11000;

    /// <returns>The index, the key where the server names none of the table's; null where the write failed for another reason.</returns>
    public static TableIndex? RefusedBy(this Table table, MongoException exception)
    {
        var message = exception switch
        {
            MongoWriteException { WriteError: { Category: ServerErrorCategory.DuplicateKey } error } => error.Message,
            // What findAndModify answers.
            MongoCommandException { Code: DuplicateKeyCode } command => command.ErrorMessage,
            _ => null,
        };
        return message is null ? null : table.UniqueIndexes.FirstOrDefault(index => IndexIn().Match(message).Groups["name"].ValueSpan.SequenceEqual(index.Name)) ?? table.Key;
    }

    /// <remarks>
    /// The server says it in one language and one form, since 4.2: <c>E11000 duplicate key error collection: app.authkit_users
    /// index: ix_… dup key: { … }</c>. What a user typed comes after the name, so that nobody can fake one.
    /// </remarks>
    [GeneratedRegex(" index: (?<name>[^ ]*)")]
    private static partial Regex IndexIn();
}
