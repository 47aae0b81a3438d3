using System.Text.Json;

namespace AuthKit.Passkeys;

/// <summary>What a browser asks authenticators: the argument of <c>navigator.credentials.create()</c> or <c>get()</c>.</summary>
/// <param name="PublicKey">Its <c>publicKey</c> member as <c>parseCreationOptionsFromJSON()</c> and <c>parseRequestOptionsFromJSON()</c> take it (WebAuthn §5.1.8), spelled as browsers spell it under any contract.</param>
public sealed record PasskeyPrompt(JsonElement PublicKey)
{
    internal static PasskeyPrompt Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new(document.RootElement.Clone());
    }
}
