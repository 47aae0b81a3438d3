using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace AuthKit.Http;

/// <summary>How names of several words are written.</summary>
public enum NameStyle
{
    /// <summary><c>deviceName</c>.</summary>
    CamelCase,

    /// <summary><c>DeviceName</c>.</summary>
    PascalCase,

    /// <summary><c>device_name</c>.</summary>
    SnakeCase,

    /// <summary><c>device-name</c>.</summary>
    KebabCase,
}

internal static class NameStyles
{
    // How a name is written is a matter of its style alone, whichever contract has it. Names are those of features' rows, of which there are so many.
    private static readonly ConcurrentDictionary<(NameStyle Style, string Name), string> Members = new();

    private static readonly JsonSerializerOptions[] Replies = [.. Enum.GetValues<NameStyle>().Select(static style => new JsonSerializerOptions(ReplyWriter.Json) { PropertyNamingPolicy = style.Policy() })];

    /// <summary>How replies whose members are named so are written.</summary>
    public static JsonSerializerOptions Json(this NameStyle style) => Replies[(int)style];

    /// <summary>What the serializer names members by; null where that is as they are declared.</summary>
    private static JsonNamingPolicy? Policy(this NameStyle style) => style switch
    {
        NameStyle.CamelCase => JsonNamingPolicy.CamelCase,
        NameStyle.SnakeCase => JsonNamingPolicy.SnakeCaseLower,
        NameStyle.KebabCase => JsonNamingPolicy.KebabCaseLower,
        _ => null,
    };

    /// <summary>A member's name, from camel case; a dot leads into a nested object.</summary>
    public static string Member(this NameStyle style, string name) =>
        Members.GetOrAdd((style, name), static key => string.Join('.', key.Name.Split('.').Select(word => key.Style.Word(word))));

    /// <summary>A segment of a path, from kebab case.</summary>
    public static string Segment(this NameStyle style, string name) => style switch
    {
        NameStyle.KebabCase => name,
        NameStyle.SnakeCase => name.Replace('-', '_'),
        NameStyle.PascalCase => Joined(name, capital: true),
        _ => Joined(name, capital: false),
    };

    private static string Word(this NameStyle style, string name) => style is NameStyle.PascalCase ? Capital(name) : style.Policy()!.ConvertName(name);

    private static string Joined(string name, bool capital)
    {
        var joined = new StringBuilder(name.Length);
        foreach (var word in name.Split('-'))
            joined.Append(capital || joined.Length > 0 ? Capital(word) : word);
        return joined.ToString();
    }

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];
}
