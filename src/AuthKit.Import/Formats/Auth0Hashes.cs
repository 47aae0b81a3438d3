using System.Text.Json;
using AuthKit.Import.Reading;

namespace AuthKit.Import.Formats;

/// <summary>Auth0's export of password hashes, by the id of the user. It is held while the users are read: some 200 MB for a million.</summary>
internal sealed class Auth0Hashes
{
    private readonly Dictionary<string, string> _byId = new(StringComparer.Ordinal);

    public static async Task<Auth0Hashes> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        var hashes = new Auth0Hashes();
        await foreach (var line in JsonLines.ReadAsync(file, cancellationToken))
        {
            if (line.Value is { } item && IdOf(item) is { } id && HashOf(item) is { } hash)
                hashes._byId[id] = hash;
        }

        return hashes;
    }

    public string? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>What the user of a line is called in the export of users; null where it is no line of a hash.</summary>
    public static string? IdOf(JsonElement line) =>
        line.TryGetProperty("_id", out var id) && id.ValueKind is JsonValueKind.Object && id.TryGetProperty("$oid", out var value) && value.ValueKind is JsonValueKind.String ? $"auth0|{value.GetString()}" : null;

    private static string? HashOf(JsonElement line) => line.TryGetProperty("passwordHash", out var hash) && hash.ValueKind is JsonValueKind.String ? hash.GetString() : null;
}
