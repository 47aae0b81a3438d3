using AuthKit.Fuzzing.Tests.Mutations;
using AuthKit.Fuzzing.Tests.Wire;

namespace AuthKit.Fuzzing.Tests;

/// <summary>A mutation takes whatever others have left, and the same numbers lead to the same request.</summary>
internal sealed class MutationTests
{
    private const int Times = 300;

    private static readonly RawRequest[] Requests =
    [
        new("", "", [], ""),
        new("GET", "/", [("Host", "")], ""),
        new("GET", "/a?b=c&d", [("Host", "a"), ("Authorization", "Bearer AAECAwQFBgcICQoLDA0ODw.AAECAwQFBgcICQoL.AAECAwQFBgcICQoL")], ""),
        new("POST", "/a", [("Host", "a"), ("Content-Type", "application/json")], """[{"a": "b", "c": {"d": 1}, "e": ["f", null]}]"""),
        new("POST", "/a?", [("Host", "a"), ("Transfer-Encoding", "chunked")], "a=b&c=%C3%A9&d&=e"),
        new("POST", "?", [("Host", "a")], "{"),
    ];

    private static IEnumerable<Mutation> Mutations => Mutation.All;

    [TestCaseSource(nameof(Mutations))]
    public void Takes_whatever_others_have_left(Mutation mutation)
    {
        for (var seed = 0; seed < Times; seed++)
        {
            var (once, again) = (new Random(seed), new Random(seed));
            Assert.That(Mutated(mutation, once), Is.EqualTo(Mutated(mutation, again)), $"{seed}");
        }
    }

    private static string Mutated(Mutation mutation, Random random)
    {
        var request = random.Of(Requests);
        for (var others = random.Next(3); others > 0; others--)
            request = random.Of(Mutation.All).Apply(request, random);
        return mutation.Apply(request, random).ToString();
    }
}
