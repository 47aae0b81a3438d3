using AuthKit.Mail;
using AuthKit.Tokens;

namespace AuthKit.Features.MyData;

/// <summary>Where the link leads that takes the deletion of an account back.</summary>
internal static class DeletionLinks
{
    /// <summary>The page; null where the options name none.</summary>
    public static Uri? PageOf(AuthKitOptions options) => options.MyData.UndoUrl ?? MailedLink.UnderIssuer(options, "undo-deletion");

    public static Uri Of(AuthKitOptions options, OpaqueToken token) => MailedLink.To(
        PageOf(options) ?? throw new InvalidOperationException("AuthKitOptions.MyData.UndoUrl is not set, and the issuer is no http address."),
        ("token", token.Encode()));
}
