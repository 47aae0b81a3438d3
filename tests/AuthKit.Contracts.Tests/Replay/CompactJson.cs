using System.Text;

namespace AuthKit.Contracts.Tests.Replay;

/// <summary>
/// JSON without the white space between its tokens: transcripts are written to be read, replies are not. Nothing else is
/// touched, so that order, case, escapes and numbers are compared as they are.
/// </summary>
internal static class CompactJson
{
    public static string Of(string json)
    {
        var compact = new StringBuilder(json.Length);
        var (inString, escaped) = (false, false);
        foreach (var c in json)
        {
            if (c == '"' && !escaped)
                inString = !inString;
            escaped = inString && c == '\\' && !escaped;
            if (inString || !char.IsWhiteSpace(c))
                compact.Append(c);
        }

        return compact.ToString();
    }
}
