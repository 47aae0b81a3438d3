using System.Text.Json.Serialization;

namespace AuthKit.SignIns;

/// <summary>What a caller has to prove to go on: the <see cref="Failure.Detail"/> of <see cref="Fault.ProofRequired"/>.</summary>
/// <param name="Methods">What will do: <c>password</c>, or a second factor that the account has (<see cref="ISecondFactor.Method"/>). Where there is none, its owner signs in again.</param>
/// <param name="MaxAge">How old the proof may be, in seconds: the <c>max_age</c> of RFC 9470 §3.</param>
public sealed record WantedProof(IReadOnlyList<string> Methods, int MaxAge)
{
    /// <summary>The method that is no second factor.</summary>
    public const string Password = "password";

    /// <summary>The <c>acr_values</c> of RFC 9470 §3, where a second factor is wanted; null where any proof will do.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AcrValues { get; init; }
}
