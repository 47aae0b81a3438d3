using System.Text.Json;

namespace AuthKit.SignIns;

/// <summary>What is to prove a second factor.</summary>
/// <param name="Context">How the request came.</param>
/// <param name="Code">A code as it was typed; null where there is none.</param>
/// <param name="Credential">What an authenticator answered, as JSON; null where there is none.</param>
public sealed record SecondFactorProof(FlowContext Context, string? Code, JsonElement? Credential) : SecondFactorRequest(Context)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(SecondFactorProof);
}
