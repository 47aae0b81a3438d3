using AuthKit.Features.MailedCodes;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds mailed codes to AuthKit.</summary>
public static class MailedCodesExtensions
{
    /// <summary>
    /// Lets people sign in with a code, or a link, that is mailed to them, with or without a password on the account. Whether a code
    /// makes an account is <see cref="MailedCodeOptions.AllowRegistration"/>. It is idempotent.
    /// </summary>
    public static AuthKitBuilder AddMailedCodes(this AuthKitBuilder builder) => builder.AddMailedCodesCore().AddFeature(new MailedCodesFeature());
}
