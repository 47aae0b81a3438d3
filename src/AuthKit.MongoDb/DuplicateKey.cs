using MongoDB.Driver;

namespace AuthKit.MongoDb;

/// <summary>Which unique index refused a write.</summary>
internal static class DuplicateKey
{
    private const string BeforeName = " index: ";

    /// <returns>The index's name, empty where the server does not tell it; null where the write failed for another reason.</returns>
    /// <remarks>
    /// The server says it in one language and one form, since 4.2: <c>E11000 duplicate key error collection: app.authkit_users
    /// index: email dup key: { … }</c>. What a user typed comes after the name, so that nobody can fake one.
    /// </remarks>
    public static string? RefusedBy(this MongoWriteException exception)
    {
        if (exception.WriteError is not { Category: ServerErrorCategory.DuplicateKey } error)
            return null;
        var before = error.Message.IndexOf(BeforeName, StringComparison.Ordinal);
        if (before < 0)
            return "";
        var name = error.Message.AsSpan(before + BeforeName.Length);
        var end = name.IndexOf(' ');
        return (end < 0 ? name : name[..end]).ToString();
    }
}
