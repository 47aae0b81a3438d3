using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace AuthKit.Databases.Brought;

/// <summary>The names of hosts that a caller may write.</summary>
public static partial class HostName
{
    /// <summary>
    /// Whether this is one host's name or IPv4 address and nothing else: no user, path, port, brackets, list or escape, in
    /// ASCII and without the dot at the end that would spell the same name in another way.
    /// </summary>
    public static bool IsOne([NotNullWhen(true)] string? host) => host is { Length: <= 253 } && Labels().IsMatch(host);

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\z")]
    private static partial Regex Labels();
}
