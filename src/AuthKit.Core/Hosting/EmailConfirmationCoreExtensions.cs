using AuthKit.Events;
using AuthKit.Features.EmailConfirmation;
using AuthKit.Mail;
using AuthKit.Users;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers e-mail confirmation without a web framework.</summary>
public static class EmailConfirmationCoreExtensions
{
    /// <summary>Adds the flows of e-mail confirmation and what they need. On ASP.NET Core call <c>AddEmailConfirmation</c> instead. It is idempotent.</summary>
    public static AuthKitBuilder AddEmailConfirmationCore(this AuthKitBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton<ConfirmationLinks>();
        services.TryAddSingleton<ConfirmationRequests>();
        services.TryAddSingleton<MailedConfirmations>();
        services.TryAddSingleton<EmailChanges>();
        services.TryAddSingleton<IExistingAccountNotice, ExistingAccountNotice>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEventRecorder, RegisteredRecorder>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IMailWriter, ConfirmationMail>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IMailWriter, ConfirmationRequestMail>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IMailWriter, EmailChangeMail>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IMailWriter, EmailChangedMail>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IMailWriter, ExistingAccountMail>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuthKit.AuthKitOptions>, EmailConfirmationValidator>());
        return builder;
    }
}
