namespace AuthKit.Sessions;

/// <summary>
/// A short name of a device by its <c>User-Agent</c> (RFC 9110 §10.1.5), for its owner to know it again: the program and the system. It keeps
/// no list of devices and versions; what it does not know goes by its first product.
/// </summary>
internal static class DeviceLabel
{
    // In this order: what comes first says that it is what comes later, too.
    private static readonly (string Mark, string Name)[] Programs =
    [
        ("Edg/", "Edge"), ("EdgA/", "Edge"), ("EdgiOS/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Vivaldi/", "Vivaldi"),
        ("FxiOS/", "Firefox"), ("Firefox/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Macintosh", "macOS"), ("Linux", "Linux"),
    ];

    /// <summary>The name; null where the request says nothing.</summary>
    public static string? Of(string? userAgent)
    {
        if (string.IsNullOrWhiteSpace(userAgent))
            return null;
        var program = userAgent.StartsWith("Mozilla/", StringComparison.Ordinal) ? Named(Programs, userAgent) : Product(userAgent);
        var system = Named(Systems, userAgent);
        var label = program is null || system is null ? program ?? system ?? Product(userAgent) : $"{program}, {system}";
        return label.Length <= SessionDevice.MaxLabel ? label : label[..SessionDevice.MaxLabel];
    }

    private static string? Named((string Mark, string Name)[] known, string userAgent) =>
        Array.Find(known, one => userAgent.Contains(one.Mark, StringComparison.Ordinal)).Name;

    /// <summary>The first product without its version, of what a header may safely show.</summary>
    private static string Product(string userAgent)
    {
        var first = userAgent.Trim();
        var end = first.AsSpan().IndexOfAny('/', ' ', '(');
        return string.Concat((end > 0 ? first[..end] : first).Where(static c => c is > ' ' and < '\u007f'));
    }
}
