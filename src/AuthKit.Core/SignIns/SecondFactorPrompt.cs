using System.Text.Json;

namespace AuthKit.SignIns;

/// <summary>What the caller needs to prove a second factor.</summary>
/// <param name="Method">The factor (<see cref="ISecondFactor.Method"/>).</param>
/// <param name="Options">What is handed to whatever proves it, for example a passkey's request options; null where nothing is needed.</param>
public sealed record SecondFactorPrompt(string Method, JsonElement? Options = null);
