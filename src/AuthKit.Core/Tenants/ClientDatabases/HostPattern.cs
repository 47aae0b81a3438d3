using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AuthKit.Tenants;

/// <summary>One entry of <see cref="ClientDatabasePolicy.Hosts"/>: a name, or all names under one, and a port where it is not the engine's own.</summary>
internal sealed partial record HostPattern(string Name, bool AllUnder, int? Port)
{
    private const string Everything = "*.";

    public static bool TryParse(string? text, [NotNullWhen(true)] out HostPattern? pattern)
    {
        pattern = null;
        var (host, port) = text?.Split(':') switch
        {
            [var alone] => (alone, (int?)null),
            [var named, var digits] when ushort.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => (named, number),
            _ => ("", null),
        };
        var allUnder = host.StartsWith(Everything, StringComparison.Ordinal);
        var name = allUnder ? host[Everything.Length..] : host;
        if (!IsName(name) || (allUnder && !name.Contains('.', StringComparison.Ordinal)))
            return false;
        pattern = new(name.ToLowerInvariant(), allUnder, port);
        return true;
    }

    /// <summary>
    /// Whether this is a host's name or IPv4 address and nothing else: no user, path, port, brackets, list or escape, in
    /// ASCII and without the dot at the end that would spell the same name in another way.
    /// </summary>
    public static bool IsName([NotNullWhen(true)] string? host) => host is { Length: <= 253 } && Labels().IsMatch(host);

    public bool Matches(string host, int port, int defaultPort) =>
        IsName(host)
        && port == (Port ?? defaultPort)
        && (AllUnder ? host.EndsWith('.' + Name, StringComparison.OrdinalIgnoreCase) : host.Equals(Name, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\z")]
    private static partial Regex Labels();
}
