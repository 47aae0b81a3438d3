using AuthKit.Databases;
using AuthKit.Features.MailedCodes;
using AuthKit.Mail;
using AuthKit.Users;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers mailed codes without a web framework.</summary>
public static class MailedCodeCoreExtensions
{
    /// <summary>Adds the flows of mailed codes, their table and what they need. On ASP.NET Core call <c>AddMailedCodes</c> instead. It is idempotent.</summary>
    public static AuthKitBuilder AddMailedCodesCore(this AuthKitBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton<MailedCodeSecrets>();
        services.TryAddSingleton<MailedCodeAttempts>();
        services.TryAddSingleton<MailedCodeAccounts>();
        services.TryAddSingleton<MailedCodeRedemption>();
        services.TryAddSingleton<CodeMailWriter>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IMailWriter, MailedCodeMail>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IMailWriter, CodeMailWriter>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISweepable, CodeChallengeSweep>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAccountErasureListener, MailedCodeErasure>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuthKit.AuthKitOptions>, MailedCodeValidator>());
        return builder.AddSchema(CodeChallengeTable.Schema);
    }
}
