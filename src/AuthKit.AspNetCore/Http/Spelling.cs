using System.Text.Json;

namespace AuthKit.Http;

/// <summary>
/// How a contract spells what its document does not know: the routes of features. A feature is written once, in neutral words; its
/// contract says where they hang and how they look, so that they read as if the contract had always had them.
/// </summary>
/// <param name="Members">How members of requests and replies are named.</param>
/// <param name="Paths">How paths are written.</param>
public sealed record Spelling(NameStyle Members, NameStyle Paths)
{
    /// <summary>Where the routes hang, below the contract's prefix: for example <c>/User</c>.</summary>
    /// <value>Default: empty, which is at the prefix.</value>
    public string Root { get; init; } = "";

    /// <summary>A header of the contract's own that may carry the access token, beside <c>Authorization: Bearer</c>.</summary>
    /// <value>Default: null, which is none.</value>
    public string? TokenHeader { get; init; }

    /// <summary>The status of a success that has nothing to say.</summary>
    /// <value>Default: 200.</value>
    public int EmptyStatus { get; init; } = 200;

    /// <summary>How a sign-in is asked for, and what it answers with.</summary>
    public SignInSpelling SignIn { get; init; } = SignInSpelling.Default;

    /// <summary>Members and paths as ASP.NET Core has them: <c>deviceName</c>, <c>/two-factor</c>.</summary>
    internal static Spelling Default { get; } = new(NameStyle.CamelCase, NameStyle.KebabCase);

    /// <summary>How replies in this spelling are written.</summary>
    internal JsonSerializerOptions Json => Members.Json();

    /// <summary>A member's name on the wire, from camel case; a dot leads into a nested object.</summary>
    public string MemberOf(string name) => Members.Member(name);

    /// <summary>A path below the contract's prefix, from kebab case: <c>two-factor/devices/{id}</c>. What stands in braces stays.</summary>
    public string PathOf(string path) =>
        $"{Root}/{string.Join('/', path.Split('/').Select(segment => segment.StartsWith('{') ? segment : Paths.Segment(segment)))}";
}
