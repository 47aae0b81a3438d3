using System.Text.Json;

namespace AuthKit.SignIns;

/// <summary>What comes to meet a challenge.</summary>
internal sealed record SecondFactorAnswer(string? Challenge, string? Method, string? Code, JsonElement? Credential)
{
    /// <summary>Whether the device is to be trusted from now on.</summary>
    public bool TrustDevice { get; init; }

    /// <summary>What is not there.</summary>
    public IEnumerable<BrokenRule> Missing()
    {
        if (string.IsNullOrEmpty(Challenge))
            yield return new(Field.Challenge, Rule.Required);
        if (string.IsNullOrEmpty(Code) && Credential is null)
            yield return new(Field.Code, Rule.Required);
    }

    public override string ToString() => nameof(SecondFactorAnswer);
}
