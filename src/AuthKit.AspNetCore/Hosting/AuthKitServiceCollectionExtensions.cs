using AuthKit;
using AuthKit.Contracts;
using AuthKit.Features;
using AuthKit.Hosting;
using AuthKit.Http;
using AuthKit.Mail;
using AuthKit.Security;
using AuthKit.Tenants;
using AuthKit.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds AuthKit to a host.</summary>
public static class AuthKitServiceCollectionExtensions
{
    /// <summary>
    /// Adds accounts and sign-in. Choose a database on what it returns (<c>UseSqlite</c> and its like) and, unless
    /// <see cref="LaravelContract"/> is the one wanted, the contracts to be served. It is idempotent.
    /// </summary>
    public static AuthKitBuilder AddAuthKit(this IServiceCollection services, Action<AuthKitOptions>? configure = null)
    {
        var builder = services.AddAuthKitCore(configure);
        services.AddDataProtection();
        services.TryAddSingleton<IKeyProtector, DataProtectionKeyProtector>();
        services.TryAddSingleton<IConnectionProtector, DataProtectionConnectionProtector>();
        services.TryAddSingleton<IMailProtector, DataProtectionMailProtector>();
        services.TryAddSingleton<ITenantHint, HeaderTenantHint>();
        services.TryAddSingleton<AddressLimiter>();
        services.TryAddSingleton<PresentedProofs>();
        services.TryAddSingleton<ContractRegistry>();
        services.TryAddSingleton<SessionCookies>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupWarning, SessionCookieWarnings>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupWarning, ContractWarnings>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupWarning, FeatureWarnings>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupWarning, ProductionWarnings>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, MappingCheck>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<AuthKitOptions>, DevelopmentDefaults>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<AuthKitOptions>, ContractOptions>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuthKitOptions>, ContractValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuthKitOptions>, FeatureValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, RouteConflicts>());
        services.AddAuthorization();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationHandler, ThirdPartyTokens>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationHandler, RecentProofHandler>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationHandler, AuthenticationContextHandler>());
        services.TryAddSingleton<EndpointAccesses>();
        services.AddAuthentication();
        services.Configure<AuthenticationOptions>(authentication =>
        {
            if (authentication.Schemes.All(scheme => scheme.Name != AuthKitDefaults.AuthenticationScheme))
                authentication.AddScheme<BearerHandler>(AuthKitDefaults.AuthenticationScheme, displayName: null);
        });
        services.TryAddTransient<BearerHandler>();
        BrowserCookie.Add(services);
        HostCorsPolicies.Add(services);
        return builder;
    }

    /// <summary>Adds accounts and sign-in, with the options that a section of the host's configuration gives (see <c>docs/configuration.md</c>).</summary>
    /// <exception cref="ArgumentException">At start-up: the section holds a value that means nothing.</exception>
    public static AuthKitBuilder AddAuthKit(this IServiceCollection services, IConfiguration section)
    {
        services.AddSingleton<IConfigureOptions<AuthKitOptions>>(new ConfiguredOptions(section));
        services.AddSingleton<IStartupWarning>(new UnknownSettings(section));
        return services.AddAuthKit();
    }

    /// <summary>Adds a feature: its tables, and its routes in every contract. Features offer <c>AddX()</c> of their own, which calls it.</summary>
    public static AuthKitBuilder AddFeature(this AuthKitBuilder builder, Feature feature)
    {
        if (builder.Services.Any(service => (service.ImplementationInstance as Feature)?.Name == feature.Name))
            return builder;
        builder.Services.AddSingleton(feature);
        foreach (var schema in feature.Schemas)
            builder.AddSchema(schema);
        return builder;
    }

    /// <summary>Adds a contract, or configures it once more where it has been added.</summary>
    /// <typeparam name="TContract">The contract.</typeparam>
    /// <param name="builder">What <c>AddAuthKit</c> returned.</param>
    /// <param name="configure">Changes its prefix, envelope, phrases or rows.</param>
    public static AuthKitBuilder AddContract<TContract>(this AuthKitBuilder builder, Action<TContract>? configure = null) where TContract : Contract, new()
    {
        var added = builder.Services.Select(service => service.ImplementationInstance).OfType<TContract>().FirstOrDefault();
        var contract = added ?? new TContract();
        configure?.Invoke(contract);
        if (added is null)
            builder.Services.AddSingleton<Contract>(contract);
        return builder;
    }
}
