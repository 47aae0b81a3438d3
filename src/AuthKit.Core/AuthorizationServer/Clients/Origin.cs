using System.Net;

namespace AuthKit.AuthorizationServer.Clients;

/// <summary>Origins as browsers send them (RFC 6454 §6.2): scheme, host, and the port where it is not the scheme's own; no path, no pattern.</summary>
internal static class Origin
{
    private const int MaxLength = 512;

    /// <summary>Whether a text is an origin, written as a browser would: in https, in http on the loopback interface, or of an app's web view.</summary>
    public static bool IsAcceptable(string origin) =>
        origin.Length <= MaxLength && Of(origin) == origin
        && (!origin.StartsWith("http:", StringComparison.Ordinal) || IsLoopback(new Uri(origin).Host));

    /// <summary>The origins of addresses; an app's scheme has none.</summary>
    public static IEnumerable<string> OfAll(IEnumerable<string> addresses) =>
        addresses.Select(Of).OfType<string>().Where(static origin => origin.StartsWith("http", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);

    private static string? Of(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.UserInfo.Length > 0 || address.Contains('*', StringComparison.Ordinal))
            return null;
        return uri.IsDefaultPort ? $"{uri.Scheme}://{uri.IdnHost}" : $"{uri.Scheme}://{uri.IdnHost}:{uri.Port}";
    }

    private static bool IsLoopback(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
