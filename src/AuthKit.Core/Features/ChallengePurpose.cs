using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AuthKit.Features;

/// <summary>
/// What a challenge is for and whom it binds. A challenge counts for the purpose that it was issued for and for no other: what is
/// presented under another purpose, or by another account or client, is not found.
/// </summary>
/// <param name="Name">What for, the feature's name first, for example <c>passkeys sign-in</c>; no two uses share one.</param>
/// <param name="BoundTo">Who asked: the account's tenant and id, the client, the browser, in an order of the feature's own. None of it is stored.</param>
public sealed record ChallengePurpose(string Name, params IReadOnlyList<string> BoundTo)
{
    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The hash of a challenge of this purpose. Each part is preceded by its length, so that no two lists of parts are one text.</summary>
    internal byte[] Hash(ReadOnlySpan<byte> challenge)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Encoding.UTF8.GetBytes(Name));
        foreach (var part in BoundTo)
            Append(hash, Encoding.UTF8.GetBytes(part));
        Append(hash, challenge);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
