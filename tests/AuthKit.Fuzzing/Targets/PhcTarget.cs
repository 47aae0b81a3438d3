using AuthKit.Passwords;

namespace AuthKit.Fuzzing.Targets;

/// <summary>Stored hashes: a database that somebody brought holds what they like.</summary>
internal static class PhcTarget
{
    public static void Read(string text) =>
        BrokenPromiseException.Unless(PhcString.Parse(text) is not { } hash || hash.ToString() == text, "A hash is written in one way.");
}
