using AuthKit.Contracts.Tests.Harness;
using AuthKit.Fuzzing.Tests.Wire;

namespace AuthKit.Fuzzing.Tests.Judging;

/// <summary>Something that must not be.</summary>
/// <param name="Fault">What.</param>
/// <param name="Case">What was sent, where it is known which request did it.</param>
/// <param name="Answer">What came back, where something did.</param>
internal sealed record Finding(string Fault, Case? Case, Answer? Answer)
{
    public override string ToString() =>
        $"{Fault}\n{Case}\nanswer: {(Answer is null ? "none" : $"{Answer.Status} {Bytes.Shown(Answer.Body, 600)}")}";
}
