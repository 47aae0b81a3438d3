using System.Runtime.InteropServices;
using AuthKit.Users;

namespace AuthKit.Fuzzing.Targets;

/// <summary>Names and addresses that accounts are found by, in UTF-16, so that half a surrogate pair may be among them.</summary>
internal static class NameTarget
{
    public static void Read(byte[] bytes)
    {
        var text = MemoryMarshal.Cast<byte, char>(bytes).ToString();
        var name = LoginName.Normalize(text);
        BrokenPromiseException.Unless(!name.Contains('\0', StringComparison.Ordinal), "Every database can hold a name.");
        BrokenPromiseException.Unless(LoginName.IsText(text) || name.Contains('\ufffd', StringComparison.Ordinal), "What is no text is the name of nobody.");
    }
}
