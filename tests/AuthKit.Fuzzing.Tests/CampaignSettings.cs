using System.Globalization;

namespace AuthKit.Fuzzing.Tests;

/// <summary>How long a campaign is, and where it begins. Each is an environment variable.</summary>
/// <param name="Requests"><c>AUTHKIT_FUZZ_REQUESTS</c>, on each engine.</param>
/// <param name="Seed"><c>AUTHKIT_FUZZ_SEED</c>.</param>
/// <param name="First"><c>AUTHKIT_FUZZ_FIRST</c>: the number of the first request, so that one campaign can be run in parts.</param>
internal sealed record CampaignSettings(long Requests, int Seed, long First)
{
    private const int RequestsInTheSuite = 4_500;

    public static CampaignSettings Read() =>
        new(Number("AUTHKIT_FUZZ_REQUESTS", RequestsInTheSuite), (int)Number("AUTHKIT_FUZZ_SEED", 1), Number("AUTHKIT_FUZZ_FIRST", 0));

    public override string ToString() => $"AUTHKIT_FUZZ_SEED={Seed} AUTHKIT_FUZZ_FIRST={First} AUTHKIT_FUZZ_REQUESTS={Requests}";

    private static long Number(string name, long otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : otherwise;
}
