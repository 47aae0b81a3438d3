using AuthKit.AuthorizationServer.Clients;

namespace AuthKit.Fuzzing.Targets;

/// <summary>Key sets that clients register.</summary>
internal static class JwksTarget
{
    public static void Read(string text)
    {
        var verifying = ClientKeys.Verifying(text);
        BrokenPromiseException.Unless(!ClientKeys.CanVerify(text) || verifying.Count > 0, "A set that verifies has a key that does.");
        BrokenPromiseException.Unless(ClientKeys.AreKeys(text) || !ClientKeys.CanVerify(text), "What verifies is a key set.");
    }
}
