using Microsoft.Extensions.Options;

namespace AuthKit.Mail;

/// <summary>The link that a mail carries a one-time secret in.</summary>
internal sealed class ResetLink(IOptions<AuthKitOptions> options)
{
    /// <summary>
    /// The page of <see cref="MailOptions.ResetUrl"/> with the secret as its query parameter <c>token</c>, and the account's address
    /// as <c>email</c>, which some contracts want with the secret.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no such page, of which the host was told at start-up.</exception>
    public Uri For(string token, string email) => MailedLink.To(
        PageOf(options.Value) ?? throw new InvalidOperationException("AuthKitOptions.Mail.ResetUrl is not set, and the issuer is no http address."),
        ("token", token),
        ("email", email));

    /// <summary>The page that links lead to; null where the options name none.</summary>
    public static Uri? PageOf(AuthKitOptions options) => options.Mail.ResetUrl ?? MailedLink.UnderIssuer(options, "reset-password");
}
