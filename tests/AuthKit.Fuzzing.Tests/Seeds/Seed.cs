using System.Text.RegularExpressions;
using AuthKit.Fuzzing.Tests.Wire;

namespace AuthKit.Fuzzing.Tests.Seeds;

/// <summary>A real request; <c>{{kind}}</c> in it stands for a value that the host has given out, such as a token.</summary>
/// <param name="Name">Where it comes from.</param>
/// <param name="Template">The request.</param>
internal sealed partial record Seed(string Name, RawRequest Template)
{
    public string Method => Template.Method;

    /// <summary>As it was mapped: a value of the host's in it stands for a parameter.</summary>
    public string Path => Parameter().Replace(Template.Path, "{${name}}");

    /// <summary>The request, with values in it that are good at the moment.</summary>
    public RawRequest Fill(LiveValues live, Random random)
    {
        var which = random.Next(short.MaxValue);
        return Template with
        {
            Target = Filled(Template.Target),
            Headers = [.. Template.Headers.Select(header => (header.Name, Filled(header.Value)))],
            Body = Filled(Template.Body),
        };

        string Filled(string text) => text.Contains("{{", StringComparison.Ordinal) ? Placeholder().Replace(text, match => live.Pick(match.Groups["kind"].Value, which)) : text;
    }

    public override string ToString() => Name;

    [GeneratedRegex(@"\{\{route-(?<name>[A-Za-z]+)[\w-]*\}\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\{\{(?<kind>[\w-]+)\}\}")]
    private static partial Regex Placeholder();
}
