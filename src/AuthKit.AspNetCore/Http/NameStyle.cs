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
    /// <summary>What the serializer names members by; null where that is as they are declared.</summary>
    public static JsonNamingPolicy? Policy(this NameStyle style) => style switch
    {
        NameStyle.CamelCase => JsonNamingPolicy.CamelCase,
        NameStyle.SnakeCase => JsonNamingPolicy.SnakeCaseLower,
        NameStyle.KebabCase => JsonNamingPolicy.KebabCaseLower,
        _ => null,
    };

    /// <summary>A member's name, from camel case.</summary>
    public static string Member(this NameStyle style, string name) =>
        style is NameStyle.PascalCase ? Capital(name) : style.Policy()!.ConvertName(name);

    /// <summary>A segment of a path, from kebab case.</summary>
    public static string Segment(this NameStyle style, string name) => style switch
    {
        NameStyle.KebabCase => name,
        NameStyle.SnakeCase => name.Replace('-', '_'),
        NameStyle.PascalCase => Joined(name, capital: true),
        _ => Joined(name, capital: false),
    };

    private static string Joined(string name, bool capital)
    {
        var joined = new StringBuilder(name.Length);
        foreach (var word in name.Split('-'))
            joined.Append(capital || joined.Length > 0 ? Capital(word) : word);
        return joined.ToString();
    }

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];
}
