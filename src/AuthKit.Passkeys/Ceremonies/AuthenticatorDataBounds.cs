using System.Buffers.Binary;

namespace AuthKit.Passkeys.Ceremonies;

/// <summary>Whether authenticator data (WebAuthn §6.1) is of the shape that it says, and the CBOR in it within bounds.</summary>
internal static class AuthenticatorDataBounds
{
    private const int FlagsAt = 32;
    private const int HeaderBytes = 37;
    private const int LengthAt = HeaderBytes + 16;
    private const byte HasCredential = 1 << 6;
    private const byte HasExtensions = 1 << 7;

    public static bool AreMetBy(ReadOnlyMemory<byte> data)
    {
        if (data.Length < HeaderBytes)
            return false;
        var flags = data.Span[FlagsAt];
        if ((flags & (HasCredential | HasExtensions)) == 0)
            return data.Length == HeaderBytes;
        if ((flags & HasCredential) == 0)
            return CborBounds.AreMetBy(data[HeaderBytes..]);
        if (data.Length < LengthAt + sizeof(ushort))
            return false;
        var key = LengthAt + sizeof(ushort) + BinaryPrimitives.ReadUInt16BigEndian(data.Span[LengthAt..]);
        return data.Length > key && CborBounds.AreMetBy(data[key..]);
    }
}
