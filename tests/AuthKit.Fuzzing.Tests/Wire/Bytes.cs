using System.Text;

namespace AuthKit.Fuzzing.Tests.Wire;

/// <summary>Bytes written as text, a character for each.</summary>
internal static class Bytes
{
    /// <summary>The UTF-8 of a text; half of a surrogate pair becomes the three bytes that UTF-8 forbids.</summary>
    public static string Utf8(string text)
    {
        var bytes = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c) && !char.IsSurrogatePair(text, i))
                bytes.Append((char)(0xE0 | (c >> 12))).Append((char)(0x80 | ((c >> 6) & 0x3F))).Append((char)(0x80 | (c & 0x3F)));
            else
                bytes.Append(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text.Substring(i, char.IsSurrogate(c) ? 2 : 1))));
            if (char.IsSurrogatePair(text, i))
                i++;
        }

        return bytes.ToString();
    }

    /// <summary>Bytes for people to read, in one line.</summary>
    public static string Shown(string bytes, int most = 4000)
    {
        var shown = new StringBuilder();
        foreach (var c in bytes.Take(most))
            shown.Append(c switch { '\r' => "\\r", '\n' => "\\n", '\\' => "\\\\", < ' ' or > '~' => $"\\x{(int)c:x2}", _ => c.ToString() });
        return bytes.Length > most ? $"{shown}… ({bytes.Length} bytes)" : shown.ToString();
    }
}
