using Microsoft.Extensions.Options;
using MimeKit;

namespace AuthKit.MailKit;

/// <summary>Refuses to start without a mail server, or with a sender that is no address.</summary>
internal sealed class MailKitValidator : IValidateOptions<AuthKitOptions>
{
    public ValidateOptionsResult Validate(string? name, AuthKitOptions options) => options.Mail switch
    {
        { PickupDirectory: null, Smtp.Host: null or "" } => ValidateOptionsResult.Fail("Mail.Smtp.Host is not set, and UseMailKit sends through a mail server."),
        { Smtp.Port: < 1 or > 65535 } => ValidateOptionsResult.Fail("Mail.Smtp.Port is 1 to 65535."),
        { From: var from } when !MailboxAddress.TryParse(from, out _) => ValidateOptionsResult.Fail("Mail.From is no e-mail address."),
        _ => ValidateOptionsResult.Success,
    };
}
