namespace AuthKit.Mail;

/// <summary>Where an account's owner says whether an identity at a provider is theirs.</summary>
internal static class ExternalLinkPage
{
    /// <summary>The page that mailed links lead to; null where the options name none.</summary>
    public static Uri? Of(AuthKitOptions options) => options.Mail.LinkUrl ?? MailedLink.UnderIssuer(options, "link-account");
}
