using System.Globalization;
using System.Text.Json;
using AuthKit.Import.ForeignHashes;

namespace AuthKit.Import.Formats;

/// <summary>Writes a password of Keycloak's as a string that verifies: PBKDF2 as Passlib does, Argon2 as a PHC string.</summary>
internal static class KeycloakHash
{
    /// <summary>What stands for a password that cannot be written so.</summary>
    private const string Unknown = "keycloak";

    /// <summary>The password among a user's credentials; null where there is none.</summary>
    public static string? Read(JsonElement user)
    {
        if (!user.TryGetProperty("credentials", out var credentials))
            return null;
        foreach (var credential in credentials.EnumerateArray())
        {
            if (Text(credential, "type") == "password")
                return Text(credential, "secretData") is { } secret && Text(credential, "credentialData") is { } data ? Write(secret, data) : Unknown;
        }

        return null;
    }

    private static string Write(string secretData, string credentialData)
    {
        using var secret = JsonDocument.Parse(secretData);
        using var data = JsonDocument.Parse(credentialData);
        var value = Text(secret.RootElement, "value") ?? "";
        var salt = Base64.Read(Text(secret.RootElement, "salt") ?? "");
        var rounds = data.RootElement.TryGetProperty("hashIterations", out var iterations) && iterations.TryGetInt32(out var number) ? number : 0;
        return (Text(data.RootElement, "algorithm"), salt, Base64.Read(value)) switch
        {
            ("bcrypt", _, _) => value,
            ("argon2", { } bytes, { } key) => Argon2(data.RootElement, rounds, bytes, key),
            ("pbkdf2", { } bytes, { } key) => Pbkdf2("pbkdf2", rounds, bytes, key),
            (("pbkdf2-sha256" or "pbkdf2-sha512") and var name, { } bytes, { } key) => Pbkdf2(name, rounds, bytes, key),
            _ => Unknown,
        };
    }

    private static string Pbkdf2(string name, int rounds, byte[] salt, byte[] key) =>
        string.Create(CultureInfo.InvariantCulture, $"${name}${rounds}${Adapted(salt)}${Adapted(key)}");

    private static string Argon2(JsonElement data, int iterations, byte[] salt, byte[] key)
    {
        var parameters = data.TryGetProperty("additionalParameters", out var more) ? more : default;
        var version = First(parameters, "version") switch
        {
            "1.0" => 16,
            _ => 19,
        };
        return string.Create(CultureInfo.InvariantCulture, $"$argon2{First(parameters, "type")}$v={version}$m={First(parameters, "memory")},t={iterations},p={First(parameters, "parallelism")}${Base64.Write(salt)}${Base64.Write(key)}");
    }

    // Passlib writes a full stop for the plus sign.
    private static string Adapted(byte[] bytes) => Base64.Write(bytes).Replace('+', '.');

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static string? First(JsonElement parameters, string name) =>
        parameters.ValueKind is JsonValueKind.Object && parameters.TryGetProperty(name, out var values) && values.ValueKind is JsonValueKind.Array && values.GetArrayLength() > 0 ? values[0].GetString() : null;
}
