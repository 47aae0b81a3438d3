namespace AuthKit.Mail;

/// <summary>Addresses that a mail carries a one-time secret in.</summary>
internal static class MailedLink
{
    /// <summary>A page with the secret as its query parameter <c>token</c>.</summary>
    public static Uri To(Uri page, string token)
    {
        var link = new UriBuilder(page);
        var parameter = $"token={Uri.EscapeDataString(token)}";
        link.Query = link.Query.Length > 1 ? $"{link.Query}&{parameter}" : parameter;
        return link.Uri;
    }

    /// <summary>A page of this server; null where the issuer is no http address.</summary>
    public static Uri? UnderIssuer(AuthKitOptions options, string page) =>
        Uri.TryCreate(options.Issuer, UriKind.Absolute, out var issuer) && issuer.Scheme is "http" or "https"
            ? new Uri($"{options.Issuer.TrimEnd('/')}/{page}")
            : null;
}
