using System.Text.Json;

namespace AuthKit.SignIns;

/// <summary>What somebody who is signed in needs to prove again who they are.</summary>
/// <param name="Methods">What will do, as in <see cref="WantedProof.Methods"/>.</param>
public sealed record ProofPrompt(IReadOnlyList<string> Methods)
{
    /// <summary>What <see cref="ProveIdentity"/> takes together with the proof of a second factor: good once, and for this session alone. Null where the account has none.</summary>
    public string? Challenge { get; init; }

    /// <summary>For how long the challenge is good, in seconds.</summary>
    public int? ExpiresIn { get; init; }

    /// <summary>The factor that has been prepared; null where none was named.</summary>
    public string? Method { get; init; }

    /// <summary>What is handed to whatever proves it, for example a passkey's request options; null where nothing is needed.</summary>
    public JsonElement? Options { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(ProofPrompt);
}
