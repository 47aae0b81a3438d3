using AuthKit.Features;
using AuthKit.Pages;
using AuthKit.Passkeys;
using AuthKit.Passkeys.Ceremonies;
using AuthKit.Passkeys.Storage;
using AuthKit.SignIns;
using AuthKit.Users;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds passkeys to AuthKit.</summary>
public static class PasskeysAuthKitBuilderExtensions
{
    /// <summary>Adds passkeys (WebAuthn Level 3): their table, and routes to register, list, rename and remove them and to sign in with them, in every contract. It is idempotent.</summary>
    /// <param name="builder">What <c>AddAuthKit</c> returned.</param>
    /// <param name="configure">Sets options; what they can be is checked at start-up.</param>
    public static AuthKitBuilder AddPasskeys(this AuthKitBuilder builder, Action<PasskeyOptions>? configure = null)
    {
        var added = builder.Services.Select(static service => service.ImplementationInstance).OfType<PasskeyOptions>().FirstOrDefault();
        var options = added ?? new PasskeyOptions();
        configure?.Invoke(options);
        if (options.SecondFactor)
        {
            builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ISecondFactor, PasskeyFactor>());
            builder.AddFeature(new SecondFactorFeature());
        }

        if (added is not null)
            return builder;
        builder.Services.AddSingleton(options);
        builder.Services.TryAddSingleton<RelyingParty>();
        builder.Services.TryAddSingleton<Registrations>();
        builder.Services.TryAddSingleton<Assertions>();
        builder.Services.TryAddSingleton<PasskeySignIns>();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ISignInMethod, PasskeySignInMethod>());
        builder.Services.TryAddSingleton<IPasskeyPrompts, PasskeyPrompts>();
        return builder.AddFeature(new ProofFeature()).AddFeature(new PasskeyFeature(options));
    }
}
