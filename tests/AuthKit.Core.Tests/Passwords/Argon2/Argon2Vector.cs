using System.Text.Json;

namespace AuthKit.Core.Tests.Passwords.Argon2;

/// <summary>A published test vector of Argon2id; byte strings in hexadecimal.</summary>
internal sealed record Argon2Vector(
    string Source,
    int MemoryKiB,
    int Iterations,
    int Parallelism,
    string Password,
    string Salt,
    string Tag,
    string Secret = "",
    string AssociatedData = "",
    string? H0 = null)
{
    public static Argon2Vector[] All { get; } = Read();

    public Argon2Case ToCase() => new(
        Convert.FromHexString(Password),
        Convert.FromHexString(Salt),
        Convert.FromHexString(Secret),
        Convert.FromHexString(AssociatedData),
        MemoryKiB,
        Iterations,
        Parallelism,
        Tag.Length / 2);

    public override string ToString() => $"{Source}: m={MemoryKiB},t={Iterations},p={Parallelism} {Tag[..8]}";

    private static Argon2Vector[] Read()
    {
        using var stream = typeof(Argon2Vector).Assembly.GetManifestResourceStream("argon2id-vectors.json")!;
        return JsonSerializer.Deserialize<Argon2Vector[]>(stream, JsonSerializerOptions.Web)!;
    }
}
