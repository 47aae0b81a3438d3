using AuthKit.Http;
using AuthKit.Http.Reading;

namespace AuthKit.Fuzzing.Targets;

/// <summary>Bodies that are JSON, in each syntax that a contract may have.</summary>
internal static class JsonTarget
{
    public static void Read(byte[] bytes)
    {
        var (strict, lenient, array) = (Count(bytes, BodySyntax.Json), Count(bytes, BodySyntax.LenientJson), Count(bytes, BodySyntax.JsonArray));
        BrokenPromiseException.Unless(strict is null || (strict == lenient && strict == array), "What is strict JSON is read the same by all.");
    }

    private static int? Count(byte[] bytes, BodySyntax syntax)
    {
        try
        {
            return Fields.Look(JsonBody.Read(bytes, syntax));
        }
        catch (UnreadableException)
        {
            // The documented refusal.
            return null;
        }
    }
}
