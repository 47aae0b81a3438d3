using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Fido2NetLib;
using Fido2NetLib.Objects;

namespace AuthKit.Passkeys.Ceremonies;

/// <summary>What a browser answers with when a passkey has signed: read, and not yet judged.</summary>
internal sealed class AssertionReply
{
    private const int MostClientData = 4 * 1024;
    private const int MostData = 4 * 1024;
    private const int MostSignature = 1024;
    private const int MostHandle = 64;

    private AssertionReply(AuthenticatorAssertionRawResponse raw, AuthenticatorAssertionResponse parsed) => (Raw, Parsed) = (raw, parsed);

    public AuthenticatorAssertionRawResponse Raw { get; }

    public byte[] CredentialId => Raw.RawId;

    public byte[] Challenge => Parsed.Challenge;

    /// <summary>The user handle that the authenticator keeps with the passkey; null where it sent none.</summary>
    public byte[]? UserHandle => Parsed.UserHandle;

    public AuthenticatorData Data => Parsed.AuthenticatorData;

    private AuthenticatorAssertionResponse Parsed { get; }

    public static bool TryRead(JsonElement? json, [NotNullWhen(true)] out AssertionReply? reply)
    {
        reply = null;
        if (!CredentialJson.TryRead(json, out var credential)
            || credential.Bytes("clientDataJSON", MostClientData) is not { } clientData
            || credential.Bytes("authenticatorData", MostData) is not { } data
            || credential.Bytes("signature", MostSignature) is not { } signature
            || !AuthenticatorDataBounds.AreMetBy(data))
            return false;
        var raw = new AuthenticatorAssertionRawResponse
        {
            Id = System.Buffers.Text.Base64Url.EncodeToString(credential.Id),
            RawId = credential.Id,
            Type = PublicKeyCredentialType.PublicKey,
            Response = new() { AuthenticatorData = data, ClientDataJson = clientData, Signature = signature, UserHandle = credential.Bytes("userHandle", MostHandle) },
        };
        if (LibraryCall.Try(() => AuthenticatorAssertionResponse.Parse(raw)) is not { Challenge: not null } parsed)
            return false;
        reply = new(raw, parsed);
        return true;
    }
}
