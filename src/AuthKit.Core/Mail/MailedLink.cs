namespace AuthKit.Mail;

/// <summary>Addresses that a mail carries a one-time secret in.</summary>
internal static class MailedLink
{
    /// <summary>A page with more query parameters, the secret among them.</summary>
    public static Uri To(Uri page, params (string Name, string Value)[] parameters)
    {
        var link = new UriBuilder(page);
        var query = string.Join('&', parameters.Select(static parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"));
        link.Query = link.Query.Length > 1 ? $"{link.Query}&{query}" : query;
        return link.Uri;
    }

    /// <summary>Whether mails can lead to an address.</summary>
    public static bool IsPage(Uri page) => page.IsAbsoluteUri && page.Scheme is ("http" or "https");

    /// <summary>A page of this server; null where the issuer is no http address.</summary>
    public static Uri? UnderIssuer(AuthKitOptions options, string page) =>
        Uri.TryCreate(options.Issuer, UriKind.Absolute, out var issuer) && issuer.Scheme is "http" or "https"
            ? new Uri($"{options.Issuer.TrimEnd('/')}/{page}")
            : null;
}
