using AuthKit;
using AuthKit.Mail;
using AuthKit.MailKit;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Sends AuthKit's mail by SMTP.</summary>
public static class MailKitAuthKitBuilderExtensions
{
    /// <summary>
    /// Sends mail with MailKit through the server of <see cref="MailOptions.Smtp"/> (RFC 5321), unless
    /// <see cref="MailOptions.PickupDirectory"/> is set. It takes the place of any <see cref="IAuthMailer"/> registered before.
    /// </summary>
    /// <param name="builder">What <c>AddAuthKit</c> returned.</param>
    /// <param name="configure">Sets the server, where the host's configuration does not (<c>Mail:Smtp</c>).</param>
    public static AuthKitBuilder UseMailKit(this AuthKitBuilder builder, Action<SmtpOptions>? configure = null)
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<IAuthMailer, MailKitMailer>());
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuthKitOptions>, MailKitValidator>());
        if (configure is not null)
            builder.Services.Configure<AuthKitOptions>(options => configure(options.Mail.Smtp));
        return builder;
    }
}
