using AuthKit.Fuzzing.Tests.Wire;

namespace AuthKit.Fuzzing.Tests.Mutations;

/// <summary>One way to spoil a request.</summary>
/// <param name="Kind">What it is called in a report.</param>
/// <param name="Apply">Does it; the same numbers, the same request.</param>
internal sealed record Mutation(string Kind, Func<RawRequest, Random, RawRequest> Apply)
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        .. ByteMutations.All, .. ValueMutations.All, .. TokenMutations.All, .. MemberMutations.All, .. JsonMutations.All, .. BodyMutations.All,
        .. HeaderMutations.All, .. TargetMutations.All, .. FramingMutations.All,
    ];

    public override string ToString() => Kind;
}
