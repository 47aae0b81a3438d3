using AuthKit.Mail;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.EmailConfirmation;

/// <summary>Where the mails of e-mail confirmation lead.</summary>
internal sealed class ConfirmationLinks(IOptions<AuthKitOptions> options)
{
    public Uri Confirming(OpaqueToken token) => To(PageOf(options.Value), token);

    public Uri Undoing(OpaqueToken token) => To(UndoPageOf(options.Value), token);

    /// <summary>The page where addresses are confirmed; null where the options name none.</summary>
    public static Uri? PageOf(AuthKitOptions options) => options.EmailConfirmation.Url ?? MailedLink.UnderIssuer(options, "confirm-email");

    /// <summary>The page where the change of an address is taken back; null where the options name none.</summary>
    public static Uri? UndoPageOf(AuthKitOptions options) => options.EmailConfirmation.UndoUrl ?? MailedLink.UnderIssuer(options, "undo-email-change");

    private static Uri To(Uri? page, OpaqueToken token) => MailedLink.To(
        page ?? throw new InvalidOperationException("AuthKitOptions.EmailConfirmation.Url is not set, and the issuer is no http address."),
        ("token", token.Encode()));
}
