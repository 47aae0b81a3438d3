using AuthKit.Features;
using AuthKit.SignIns;
using AuthKit.TwoFactor;
using AuthKit.TwoFactor.Codes;
using AuthKit.TwoFactor.Factors;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds two-factor authentication to AuthKit.</summary>
public static class TwoFactorAuthKitBuilderExtensions
{
    /// <summary>Adds two-factor authentication by authenticator apps (TOTP, RFC 6238) with recovery codes: its tables, and routes in every contract to turn it on and off. Sign-ins of accounts that have it ask for it. It is idempotent.</summary>
    /// <param name="builder">What <c>AddAuthKit</c> returned.</param>
    /// <param name="configure">Sets options; what they can be is checked at start-up.</param>
    public static AuthKitBuilder AddTwoFactor(this AuthKitBuilder builder, Action<TwoFactorOptions>? configure = null)
    {
        var services = builder.Services;
        var added = services.Select(static service => service.ImplementationInstance).OfType<TwoFactorOptions>().FirstOrDefault();
        var options = added ?? new TwoFactorOptions();
        configure?.Invoke(options);
        if (added is null)
            Add(services, options);
        // After the others: what is offered first is what people are asked for, and a mail goes out when this one is.
        if (options.MailedCodes)
            services.TryAddEnumerable(ServiceDescriptor.Singleton<ISecondFactor, MailedCodeFactor>());
        if (options.RememberDevices is not null)
            services.TryAddSingleton<ITrustedDevices, TrustedDevices>();
        return builder.AddFeature(new SecondFactorFeature()).AddFeature(new TwoFactorFeature(options));
    }

    private static void Add(IServiceCollection services, TwoFactorOptions options)
    {
        services.AddSingleton(options);
        services.TryAddSingleton<AuthenticatorSecrets>();
        services.TryAddSingleton<TotpCodes>();
        services.TryAddSingleton<RecoveryCodes>();
        services.TryAddSingleton<OwnCodes>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISecondFactor, AuthenticatorFactor>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISecondFactor, RecoveryCodeFactor>());
    }
}
