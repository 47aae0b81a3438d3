using System.Text.Json;
using AuthKit.SignIns;

namespace AuthKit.Features.SecondFactors;

/// <summary>What the caller needs to prove a factor.</summary>
/// <param name="Method">The factor.</param>
/// <param name="Options">What is handed to whatever proves it; null where nothing is needed.</param>
internal sealed record SecondFactorModel(string Method, JsonElement? Options)
{
    public static SecondFactorModel Of(SecondFactorPrompt prompt) => new(prompt.Method, prompt.Options);
}
