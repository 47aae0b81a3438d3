namespace AuthKit.TwoFactor.Factors;

/// <summary>What people may know a device by: its browser and its system, as its program says them itself. Nothing depends on whether that is true.</summary>
internal static class DeviceLabel
{
    private const string Unknown = "Unknown device";
    private const int LongestProduct = 32;

    // In this order: most browsers name those that they want to be taken for as well.
    private static readonly (string Token, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Token, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string? userAgent) => userAgent is null ? Unknown : (Find(Browsers, userAgent), Find(Systems, userAgent)) switch
    {
        ({ } browser, { } system) => $"{browser} on {system}",
        ({ } browser, null) => browser,
        (null, { } system) => $"{ProductOf(userAgent) ?? "App"} on {system}",
        _ => ProductOf(userAgent) ?? Unknown,
    };

    private static string? Find((string Token, string Name)[] known, string userAgent) =>
        Array.Find(known, one => userAgent.Contains(one.Token, StringComparison.Ordinal)).Name;

    /// <summary>The first product's name (RFC 9110 §10.1.5), where it can be shown.</summary>
    private static string? ProductOf(string userAgent)
    {
        var end = userAgent.AsSpan().IndexOfAny('/', ' ', '(');
        var product = end < 0 ? userAgent : userAgent[..end];
        return product.Length is > 0 and <= LongestProduct && product.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_') ? product : null;
    }
}
