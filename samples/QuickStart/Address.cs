namespace QuickStart;

/// <summary>Where a browser on this machine finds the host.</summary>
internal static class Address
{
    /// <param name="urls">The addresses to listen at, separated by semicolons.</param>
    public static string Of(string? urls)
    {
        var first = BindingAddress.Parse(urls is { Length: > 0 } ? urls.Split(';')[0] : "http://127.0.0.1:5080");
        var host = first.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : first.Host;
        return first.Port is 80 or 443 ? $"{first.Scheme}://{host}" : $"{first.Scheme}://{host}:{first.Port}";
    }

    /// <summary>The same address by the name <c>localhost</c>.</summary>
    public static string Local(string address) => new UriBuilder(address) { Host = "localhost" }.Uri.GetLeftPart(UriPartial.Authority);
}
