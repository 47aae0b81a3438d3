using AuthKit.Passwords;

namespace AuthKit.Core.Tests.Passwords;

internal sealed class PhcStringTests
{
    private const string Salt = "c29tZXNhbHQ";
    private const string Tag = "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    private const string Reference = $"$argon2id$v=19$m=65536,t=2,p=1${Salt}${Tag}";

    [Test]
    public void It_reads_what_the_reference_implementation_writes()
    {
        var hash = PhcString.Parse(Reference)!;

        Assert.That((hash.MemoryKiB, hash.Iterations, hash.Parallelism), Is.EqualTo((65536, 2, 1)));
        Assert.That(hash.Salt, Is.EqualTo("somesalt"u8.ToArray()));
        Assert.That(Convert.ToHexStringLower(hash.Tag), Is.EqualTo("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"));
        Assert.That(hash.ToString(), Is.EqualTo(Reference));
    }

    private static IEnumerable<TestCaseData<string?>> Malformed()
    {
        yield return Case(null, "nothing");
        yield return Case("", "empty");
        yield return Case("$", "a separator");
        yield return Case("$$$$$", "separators");
        yield return Case("password", "no hash");
        yield return Case(Reference[1..], "no leading separator");
        yield return Case(" " + Reference, "leading blank");
        yield return Case(Reference + "\n", "trailing newline");
        yield return Case(Reference + "$", "a part too many");
        yield return Case(Reference + "=", "padding");
        yield return Case(Reference[..Reference.LastIndexOf('$')], "no tag");
        yield return Case(Reference.Replace("argon2id", "argon2i"), "argon2i");
        yield return Case(Reference.Replace("argon2id", "Argon2id"), "other case");
        yield return Case(Reference.Replace("v=19", "v=16"), "old version");
        yield return Case(Reference.Replace("$v=19", ""), "no version");
        yield return Case(With("t=2,m=65536,p=1"), "other order");
        yield return Case(With("m=65536,t=2"), "no lanes");
        yield return Case(With("m=65536,t=2,p=1,keyid=x"), "a parameter too many");
        yield return Case(With("m=65536,t=2,x=1"), "unknown parameter");
        yield return Case(With("m=065536,t=2,p=1"), "leading zero");
        yield return Case(With("m=+65536,t=2,p=1"), "plus sign");
        yield return Case(With("m=-65536,t=2,p=1"), "negative");
        yield return Case(With("m=65536,t= 2,p=1"), "blank in a number");
        yield return Case(With("m=0x10000,t=2,p=1"), "hexadecimal");
        yield return Case(With("m=٦٥٥٣٦,t=2,p=1"), "other digits");
        yield return Case(With("m=65536,t=,p=1"), "no number");
        yield return Case(With("m=4294967296,t=2,p=1"), "a number too long for 32 bits");
        yield return Case(With("m=99999999999999999999,t=2,p=1"), "a number too long for 64 bits");
        yield return Case(Reference.Replace(Salt, "c29tZXNhbHR"), "bits left over in the salt");
        yield return Case(Reference.Replace(Salt, "c29tZXNhbHQQQ"), "a salt of impossible length");
        yield return Case(Reference.Replace(Salt, "c29tZX hbHQ"), "blank in the salt");
        yield return Case(Reference.Replace(Salt, "c29t-XNh_HQ"), "base64url");
        yield return Case(Reference.Replace(Tag, Tag[..20] + "é" + Tag[21..]), "a letter beyond ASCII");
        yield return Case(Reference + new string('A', 100_000), "very long");
    }

    private static IEnumerable<TestCaseData<string?>> Excessive()
    {
        yield return Case(With("m=262145,t=1,p=1"), "memory above 256 MiB");
        yield return Case(With("m=2147483647,t=1,p=1"), "memory of 2 TiB");
        yield return Case(With("m=262144,t=5,p=1"), "work above 1 GiB");
        yield return Case(With("m=8,t=2147483647,p=1"), "passes without end");
        yield return Case(With("m=262144,t=1,p=256"), "more lanes than 255");
        yield return Case(With("m=15,t=1,p=2"), "too little memory for its lanes");
        yield return Case(With("m=0,t=1,p=0"), "no lanes");
        yield return Case(With("m=65536,t=0,p=1"), "no passes");
        yield return Case(Reference.Replace(Salt, "c29tZXNhbA"), "a salt of 7 bytes");
        yield return Case(Reference.Replace(Salt, new string('A', 66)), "a salt of 49 bytes");
        yield return Case(Reference.Replace(Tag, "CTFhFdXPJO1aFaM"), "a tag of 11 bytes");
        yield return Case(Reference.Replace(Tag, new string('A', 87)), "a tag of 65 bytes");
    }

    [TestCaseSource(nameof(Malformed))]
    [TestCaseSource(nameof(Excessive))]
    public void It_refuses_without_throwing(string? text) => Assert.That(PhcString.Parse(text), Is.Null);

    [TestCase("m=262144,t=4,p=255")]
    [TestCase("m=8,t=131072,p=1")]
    public void It_reads_up_to_its_limits(string parameters) => Assert.That(PhcString.Parse(With(parameters)), Is.Not.Null);

    [Test]
    public void It_survives_every_single_character_being_another()
    {
        foreach (var i in Enumerable.Range(0, Reference.Length))
        {
            foreach (var c in "$,=Am0 \0\uD800+/")
            {
                var text = Reference[..i] + c + Reference[(i + 1)..];
                Assert.That(PhcString.Parse(text)?.ToString(), Is.Null.Or.EqualTo(text));
            }
        }
    }

    private static string With(string parameters) => $"$argon2id$v=19${parameters}${Salt}${Tag}";

    private static TestCaseData<string?> Case(string? text, string what) => new(text) { TestName = $"{nameof(It_refuses_without_throwing)}({what})" };
}
