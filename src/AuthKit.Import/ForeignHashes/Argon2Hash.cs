using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AuthKit.Passwords;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;

namespace AuthKit.Import.ForeignHashes;

/// <summary>
/// Argon2i, Argon2d and those of version 0x10, which PHP and others write beside Argon2id, and Argon2 as Django writes it: <c>argon2</c>
/// before the PHC string. Argon2id of version 0x13 by itself is AuthKit's own, and not of this kind.
/// </summary>
internal sealed class Argon2Hash : IForeignPasswordHash
{
    private const int MostMemoryKiB = 128 * 1024;
    private const int MostWorkKiB = 512 * 1024;
    private const int MostLanes = 64;
    private const int MaxLength = 512;
    private const int CurrentVersion = 19;

    public bool Reads(string hash) => Parse(hash) is not null;

    public bool? Verify(string hash, string password)
    {
        if (Parse(hash) is not { } stored)
            return null;
        var computed = new byte[stored.Tag.Length];
        var generator = new Argon2BytesGenerator();
        generator.Init(new Argon2Parameters.Builder(stored.Type)
            .WithVersion(stored.Version)
            .WithMemoryAsKB(stored.MemoryKiB)
            .WithIterations(stored.Iterations)
            .WithParallelism(stored.Lanes)
            .WithSalt(stored.Salt)
            .Build());
        generator.GenerateBytes(Encoding.UTF8.GetBytes(password), computed);
        return CryptographicOperations.FixedTimeEquals(stored.Tag, computed);
    }

    private static Stored? Parse(string hash) => hash.Length > MaxLength ? null : hash.Split('$') switch
    {
        [("" or "argon2") and var prefix, var name, ['v', '=', .. var v], var parameters, var salt, var tag]
            when parameters.Split(',') is [['m', '=', .. var m], ['t', '=', .. var t], ['p', '=', .. var p]] && (prefix.Length > 0 || name != "argon2id" || v != "19") =>
            Within(TypeOf(name), Number(v), Number(m), Number(t), Number(p), Base64.Read(salt), Base64.Read(tag)),
        _ => null,
    };

    private static Stored? Within(int? type, int version, int memoryKiB, int iterations, int lanes, byte[]? salt, byte[]? tag) =>
        type is not null && version is 16 or CurrentVersion
        && lanes is > 0 and <= MostLanes && iterations > 0 && memoryKiB >= 8 * lanes && memoryKiB <= MostMemoryKiB && (long)memoryKiB * iterations <= MostWorkKiB
        && salt is { Length: >= 8 and <= 64 } && tag is { Length: >= 12 and <= 64 }
            ? new(type.Value, version, memoryKiB, iterations, lanes, salt, tag)
            : null;

    private static int? TypeOf(string name) => name switch
    {
        "argon2i" => Argon2Parameters.Argon2i,
        "argon2d" => Argon2Parameters.Argon2d,
        "argon2id" => Argon2Parameters.Argon2id,
        _ => null,
    };

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private sealed record Stored(int Type, int Version, int MemoryKiB, int Iterations, int Lanes, byte[] Salt, byte[] Tag);
}
