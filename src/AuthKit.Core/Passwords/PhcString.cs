using System.Globalization;
using AuthKit.Passwords.Argon2;

namespace AuthKit.Passwords;

/// <summary>A stored Argon2id hash: <c>$argon2id$v=19$m=…,t=…,p=…$salt$tag</c>, base64 without padding.</summary>
/// <param name="MemoryKiB">The memory size m.</param>
/// <param name="Iterations">The number of passes t.</param>
/// <param name="Parallelism">The number of lanes p.</param>
/// <param name="Salt">The salt.</param>
/// <param name="Tag">The tag.</param>
internal sealed record PhcString(int MemoryKiB, int Iterations, int Parallelism, byte[] Salt, byte[] Tag)
{
    // The longest within Argon2idLimits has fewer characters.
    private const int MaxLength = 256;

    /// <summary>Reads a stored hash.</summary>
    /// <returns>Null where the text is anything but what <see cref="ToString"/> writes, or exceeds <see cref="Argon2idLimits"/>.</returns>
    public static PhcString? Parse(string? text)
    {
        if (text is null or { Length: > MaxLength }
            || text.Split('$') is not ["", "argon2id", "v=19", var parameters, var salt, var tag]
            || parameters.Split(',') is not [var m, var t, var p]
            || Number(m) is not { } memoryKiB
            || Number(t) is not { } iterations
            || Number(p) is not { } parallelism
            || Bytes(salt) is not { } saltBytes
            || Bytes(tag) is not { } tagBytes
            || Argon2idLimits.Broken(memoryKiB, iterations, parallelism, saltBytes.Length, tagBytes.Length).Any())
        {
            return null;
        }

        // Written back, it shows at once every other name, order, leading zero, blank or stray bit.
        var hash = new PhcString(memoryKiB, iterations, parallelism, saltBytes, tagBytes);
        return hash.ToString() == text ? hash : null;
    }

    /// <summary>Writes the hash as the reference implementation does.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"$argon2id$v=19$m={MemoryKiB},t={Iterations},p={Parallelism}${Base64(Salt)}${Base64(Tag)}");

    private static int? Number(string parameter)
        => parameter.Length > 2 && int.TryParse(parameter.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    private static byte[]? Bytes(string base64)
    {
        var bytes = new byte[base64.Length];
        var padded = base64.PadRight((base64.Length + 3) / 4 * 4, '=');
        return Convert.TryFromBase64String(padded, bytes, out var length) ? bytes[..length] : null;
    }
}
