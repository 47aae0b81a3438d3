using AuthKit.Http.Reading;

namespace AuthKit.Fuzzing.Targets;

/// <summary>Bodies that are forms.</summary>
internal static class FormTarget
{
    public static void Read(byte[] bytes)
    {
        try
        {
            Fields.Look(FormBody.Read(bytes));
        }
        catch (UnreadableException)
        {
            // The documented refusal.
        }
    }
}
