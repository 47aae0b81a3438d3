using Microsoft.Extensions.Options;

namespace AuthKit.Mail;

/// <summary>The link that a mail carries a one-time secret in.</summary>
internal sealed class ResetLink(IOptions<AuthKitOptions> options)
{
    /// <summary>The page of <see cref="MailOptions.ResetUrl"/> with the secret as its query parameter <c>token</c>.</summary>
    public Uri For(string token)
    {
        var page = new UriBuilder(Page(options.Value));
        var parameter = $"token={Uri.EscapeDataString(token)}";
        page.Query = page.Query.Length > 1 ? $"{page.Query}&{parameter}" : parameter;
        return page.Uri;
    }

    private static Uri Page(AuthKitOptions options) => options.Mail.ResetUrl
        ?? (Uri.TryCreate(options.Issuer, UriKind.Absolute, out var issuer) && issuer.Scheme is "http" or "https"
            ? new Uri($"{options.Issuer.TrimEnd('/')}/reset-password")
            : new Uri("http://localhost/reset-password"));
}
