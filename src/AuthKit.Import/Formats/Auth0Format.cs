using System.Runtime.CompilerServices;
using AuthKit.Features.Import;
using AuthKit.Import.Reading;

namespace AuthKit.Import.Formats;

/// <summary>Auth0's bulk export of users in lines of JSON, and its export of password hashes: beside it, or by itself.</summary>
internal sealed class Auth0Format : IAccountFormat
{
    public string Name => "auth0";

    public string Summary => "Auth0: the export of users, with that of password hashes (--hashes)";

    public async IAsyncEnumerable<ImportedLine> ReadAsync(Stream file, AccountFormatOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var users = new Auth0Users(options.PasswordHashes is { } hashes ? await Auth0Hashes.ReadAsync(hashes, cancellationToken) : new());
        await foreach (var line in users.ReadAsync(file, options, cancellationToken))
            yield return line;
    }
}
