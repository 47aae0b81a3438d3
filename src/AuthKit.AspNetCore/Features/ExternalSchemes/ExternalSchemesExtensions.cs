using AuthKit.External;
using AuthKit.Features;
using AuthKit.Features.ExternalSchemes;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds sign-in through others to AuthKit.</summary>
public static class ExternalSchemesExtensions
{
    /// <summary>
    /// Lets people sign in through every remote authentication scheme that the host adds to <c>AddAuthentication()</c> and that signs in nowhere
    /// else: <c>AddGoogle</c>, <c>AddMicrosoftAccount</c>, <c>AddOpenIdConnect</c>, <c>AddOAuth</c> and their like. It is idempotent.
    /// </summary>
    /// <param name="builder">What <c>AddAuthKit</c> returned.</param>
    /// <param name="configure">What the host says of the schemes, and where clients may have browsers sent back to.</param>
    public static AuthKitBuilder AddExternalSchemes(this AuthKitBuilder builder, Action<ExternalSchemeOptions>? configure = null)
    {
        var services = builder.AddExternalSchemesCore().Services;
        services.AddOptions<ExternalSchemeOptions>();
        if (configure is not null)
            services.Configure(configure);
        if (services.Any(static service => service.ImplementationInstance is ExternalSchemesFeature))
            return builder;
        var known = new KnownSchemes();
        services.AddSingleton(known);
        services.AddSingleton<IExternalProviderNames>(known);
        services.TryAddSingleton<SeenSchemes>();
        services.TryAddSingleton<LinkTickets>();
        ExternalCookie.Add(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton(typeof(IConfigureOptions<>), typeof(RemoteSchemeSettings<>)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton(typeof(IPostConfigureOptions<>), typeof(RemoteSchemeSettings<>)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SchemeDiscovery>());
        return builder.AddFeature(new ProofFeature()).AddFeature(new ExternalSchemesFeature(known));
    }
}
