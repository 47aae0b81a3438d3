using AuthKit.Tokens;

namespace AuthKit.Fuzzing.Targets;

/// <summary>Refresh tokens, codes and mailed tokens.</summary>
internal static class OpaqueTokenTarget
{
    public static void Read(string text) =>
        BrokenPromiseException.Unless(!OpaqueToken.TryParse(text, out var token) || token.Encode() == text, "A token is written in one way.");
}
