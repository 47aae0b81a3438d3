using AuthKit.Fuzzing.Tests.Mutations;
using AuthKit.Fuzzing.Tests.Seeds;
using AuthKit.Fuzzing.Tests.Wire;

namespace AuthKit.Fuzzing.Tests;

/// <summary>One request of a campaign. The campaign's seed and the number say what becomes of which request.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Seed">The request that it was.</param>
/// <param name="Kinds">What was done to it.</param>
/// <param name="Original">The request, before.</param>
/// <param name="Request">The request, after.</param>
internal sealed record Case(long Number, Seed Seed, IReadOnlyList<string> Kinds, RawRequest Original, RawRequest Request)
{
    private const int MaxMutations = 3;

    public static Case Of(int campaignSeed, long number, IReadOnlyList<Seed> seeds, LiveValues live)
    {
        var random = new Random(Mixed(((ulong)(uint)campaignSeed << 40) ^ (ulong)number));
        var seed = random.Of(seeds);
        var original = seed.Fill(live, random);
        var (request, kinds) = (original, new List<string>());
        // One in twenty goes as it is, so that state goes on changing.
        for (var times = random.Chance(5) ? 0 : random.Next(1, MaxMutations + 1); times > 0 && request.Instead is null; times--)
        {
            var mutation = random.Of(Mutation.All);
            kinds.Add(mutation.Kind);
            // Whatever comes into chunks may break them.
            request = mutation.Apply(request.Header("Transfer-Encoding") is null ? request : FramingMutations.Broken(request), random);
        }

        return new(number, seed, kinds, original, request);
    }

    // SplitMix64, so that neighbours have nothing in common.
    private static int Mixed(ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        state = (state ^ (state >> 27)) * 0x94D049BB133111EB;
        return (int)(state ^ (state >> 31));
    }

    public override string ToString() => $"case {Number}, {Seed}, {string.Join(" + ", Kinds)}\nsent: {Bytes.Shown(Request.ToString())}";
}
