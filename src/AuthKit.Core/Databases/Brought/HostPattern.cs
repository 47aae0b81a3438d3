using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AuthKit.Databases.Brought;

/// <summary>One entry of <see cref="ClientDatabasePolicy.Hosts"/>: a name, or all names under one, and a port where it is not the engine's own.</summary>
internal sealed record HostPattern(string Name, bool AllUnder, int? Port)
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
        if (!HostName.IsOne(name) || (allUnder && !name.Contains('.', StringComparison.Ordinal)))
            return false;
        pattern = new(name.ToLowerInvariant(), allUnder, port);
        return true;
    }

    public bool Matches(string host, int port, int defaultPort) =>
        HostName.IsOne(host)
        && port == (Port ?? defaultPort)
        && (AllUnder ? host.EndsWith('.' + Name, StringComparison.OrdinalIgnoreCase) : host.Equals(Name, StringComparison.OrdinalIgnoreCase));
}
