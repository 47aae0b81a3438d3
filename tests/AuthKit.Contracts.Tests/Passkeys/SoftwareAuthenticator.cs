using System.Buffers.Binary;
using System.Buffers.Text;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AuthKit.Contracts.Tests.Passkeys;

/// <summary>
/// An authenticator and the browser before it (WebAuthn §6), which holds one passkey on P-256. It does as it is told by its properties, so that it
/// can also lie.
/// </summary>
internal sealed class SoftwareAuthenticator : IDisposable
{
    public const int Es256 = -7;

    private ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public byte[] CredentialId { get; set; } = RandomNumberGenerator.GetBytes(32);

    public byte[]? UserHandle { get; set; }

    public string Origin { get; set; } = "https://auth.example";

    /// <summary>Null for that of the options.</summary>
    public string? RelyingPartyId { get; set; }

    public bool IsUserPresent { get; set; } = true;

    public bool IsUserVerified { get; set; } = true;

    public bool IsBackupEligible { get; set; } = true;

    public bool IsBackedUp { get; set; } = true;

    public uint SignCount { get; set; }

    public bool IsCrossOrigin { get; set; }

    /// <summary>What client data says of its type; null for the truth.</summary>
    public string? Type { get; set; }

    /// <summary>The COSE algorithm that the key says it is of.</summary>
    public int Algorithm { get; set; } = Es256;

    /// <summary>The COSE key; null for the truth.</summary>
    public byte[]? PublicKey { get; set; }

    /// <summary>The attestation object; null for the truth.</summary>
    public byte[]? Attestation { get; set; }

    /// <summary>What stands after authenticator data, with the flag that announces it.</summary>
    public byte[]? Extensions { get; set; }

    /// <summary>The options' challenge; null for the truth.</summary>
    public byte[]? Challenge { get; set; }

    public IReadOnlyList<string> Transports { get; set; } = ["internal", "hybrid"];

    /// <summary>Another key under the same id.</summary>
    public void ReplaceKey()
    {
        _key.Dispose();
        _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    }

    /// <summary>Makes a passkey: <c>navigator.credentials.create()</c>.</summary>
    public JsonObject Create(JsonElement options)
    {
        UserHandle = Base64Url.DecodeFromChars(options.GetProperty("user").GetProperty("id").GetString());
        var data = Data(RelyingPartyId ?? options.GetProperty("rp").GetProperty("id").GetString()!, [.. Credential()]);
        return Reply(new()
        {
            ["clientDataJSON"] = Text(ClientData(Type ?? "webauthn.create", options)),
            ["attestationObject"] = Text(Attestation ?? Attested(data)),
            ["transports"] = new JsonArray([.. Transports.Select(transport => JsonValue.Create(transport))]),
        });
    }

    /// <summary>Signs: <c>navigator.credentials.get()</c>.</summary>
    public JsonObject Get(JsonElement options)
    {
        var clientData = ClientData(Type ?? "webauthn.get", options);
        var data = Data(RelyingPartyId ?? options.GetProperty("rpId").GetString()!, credential: null);
        var signature = _key.SignData([.. data, .. SHA256.HashData(clientData)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        var reply = new JsonObject
        {
            ["clientDataJSON"] = Text(clientData),
            ["authenticatorData"] = Text(data),
            ["signature"] = Text(signature),
        };
        if (UserHandle is not null)
            reply["userHandle"] = Text(UserHandle);
        return Reply(reply);
    }

    public void Dispose() => _key.Dispose();

    /// <summary>A key as COSE has it (RFC 9053 §7.1.1).</summary>
    public byte[] CoseKey()
    {
        var q = _key.ExportParameters(includePrivateParameters: false).Q;
        var writer = new CborWriter(CborConformanceMode.Ctap2Canonical);
        writer.WriteStartMap(5);
        writer.WriteInt32(1);
        writer.WriteInt32(2);
        writer.WriteInt32(3);
        writer.WriteInt32(Algorithm);
        writer.WriteInt32(-1);
        writer.WriteInt32(1);
        writer.WriteInt32(-2);
        writer.WriteByteString(q.X!);
        writer.WriteInt32(-3);
        writer.WriteByteString(q.Y!);
        writer.WriteEndMap();
        return writer.Encode();
    }

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private static byte[] Attested(byte[] data)
    {
        var writer = new CborWriter(CborConformanceMode.Ctap2Canonical);
        writer.WriteStartMap(3);
        writer.WriteTextString("fmt");
        writer.WriteTextString("none");
        writer.WriteTextString("attStmt");
        writer.WriteStartMap(0);
        writer.WriteEndMap();
        writer.WriteTextString("authData");
        writer.WriteByteString(data);
        writer.WriteEndMap();
        return writer.Encode();
    }

    private JsonObject Reply(JsonObject response) => new()
    {
        ["id"] = Text(CredentialId),
        ["rawId"] = Text(CredentialId),
        ["type"] = "public-key",
        ["response"] = response,
        ["clientExtensionResults"] = new JsonObject(),
    };

    private byte[] ClientData(string type, JsonElement options) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["type"] = type,
        ["challenge"] = Challenge is null ? options.GetProperty("challenge").GetString()! : Text(Challenge),
        ["origin"] = Origin,
        ["crossOrigin"] = IsCrossOrigin,
    }));

    private byte[] Data(string relyingParty, byte[]? credential)
    {
        var flags = (IsUserPresent ? 1 : 0) | (IsUserVerified ? 4 : 0) | (IsBackupEligible ? 8 : 0) | (IsBackedUp ? 16 : 0) | (credential is null ? 0 : 64) | (Extensions is null ? 0 : 128);
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, SignCount);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(relyingParty)), (byte)flags, .. count, .. credential ?? [], .. Extensions ?? []];
    }

    private byte[] Credential()
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)CredentialId.Length);
        return [.. new byte[16], .. length, .. CredentialId, .. PublicKey ?? CoseKey()];
    }
}
