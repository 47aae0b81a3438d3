using System.Diagnostics.CodeAnalysis;
using System.Formats.Cbor;
using System.Text.Json;
using Fido2NetLib;
using Fido2NetLib.Objects;

namespace AuthKit.Passkeys.Ceremonies;

/// <summary>What a browser answers with when a passkey was made: read, and not yet judged.</summary>
internal sealed class RegistrationReply
{
    private const int MostAttestation = 16 * 1024;
    private const int MostClientData = 4 * 1024;

    private RegistrationReply(AuthenticatorAttestationRawResponse raw, AuthenticatorAttestationResponse parsed, string? transports) => (Raw, Parsed, Transports) = (raw, parsed, transports);

    public AuthenticatorAttestationRawResponse Raw { get; }

    public byte[] Challenge => Parsed.Challenge;

    public AuthenticatorData Data => Parsed.AttestationObject.AuthData;

    public string? Transports { get; }

    private AuthenticatorAttestationResponse Parsed { get; }

    /// <param name="json">What came.</param>
    /// <param name="attestation">Whether a statement of the authenticator's make is looked at.</param>
    /// <param name="reply">What was read.</param>
    public static bool TryRead(JsonElement? json, PasskeyAttestation attestation, [NotNullWhen(true)] out RegistrationReply? reply)
    {
        reply = null;
        if (!CredentialJson.TryRead(json, out var credential)
            || credential.Bytes("clientDataJSON", MostClientData) is not { } clientData
            || credential.Bytes("attestationObject", MostAttestation) is not { } sent
            || LibraryCall.Try(() => AuthenticatorDataOf(sent)) is not { } data
            || !AuthenticatorDataBounds.AreMetBy(data))
            return false;
        var raw = new AuthenticatorAttestationRawResponse
        {
            Id = System.Buffers.Text.Base64Url.EncodeToString(credential.Id),
            RawId = credential.Id,
            Type = PublicKeyCredentialType.PublicKey,
            Response = new() { AttestationObject = attestation is PasskeyAttestation.None ? Unattested(data) : sent, ClientDataJson = clientData, Transports = [] },
            ClientExtensionResults = new(),
        };
        if (LibraryCall.Try(() => AuthenticatorAttestationResponse.Parse(raw)) is not { Challenge: not null } parsed)
            return false;
        reply = new(raw, parsed, PasskeyTransports.Read(credential.Response));
        return true;
    }

    /// <summary>The authenticator data in an attestation object (WebAuthn §6.5); null where that is none, or out of bounds.</summary>
    private static byte[]? AuthenticatorDataOf(byte[] attestation)
    {
        if (!CborBounds.AreMetBy(attestation))
            return null;
        var reader = new CborReader(attestation, CborConformanceMode.Lax);
        if (reader.PeekState() is not CborReaderState.StartMap)
            return null;
        reader.ReadStartMap();
        while (reader.PeekState() is CborReaderState.TextString)
        {
            var found = reader.ReadTextString() == "authData";
            if (found)
                return reader.PeekState() is CborReaderState.ByteString ? reader.ReadByteString() : null;
            reader.SkipValue();
        }

        return null;
    }

    // Nobody asked for a statement, so that none is looked at: what reads certificates and vendors' formats is not reached.
    private static byte[] Unattested(byte[] data)
    {
        var writer = new CborWriter();
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
}
