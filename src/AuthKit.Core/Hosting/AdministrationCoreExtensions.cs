using AuthKit;
using AuthKit.CommandLine;
using AuthKit.Features.Administration;
using AuthKit.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers administration without a web framework.</summary>
public static class AdministrationCoreExtensions
{
    /// <summary>Adds the flows by which administrators see and steer accounts, and the command <c>create-admin</c>. On ASP.NET Core call <c>AddAdministration</c> instead. It is idempotent.</summary>
    /// <param name="builder">What <c>AddAuthKitCore</c> returned.</param>
    /// <param name="configure">Changes <see cref="AuthKitOptions.Administration"/>.</param>
    public static AuthKitBuilder AddAdministrationCore(this AuthKitBuilder builder, Action<AdministrationOptions>? configure = null)
    {
        var services = builder.Services;
        if (configure is not null)
            services.Configure<AuthKitOptions>(options => configure(options.Administration));
        services.TryAddSingleton<Administrators>();
        services.TryAddSingleton<AdministeredResets>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<AuthKitOptions>, AdministrationDefaults>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuthKitOptions>, AdministrationValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupWarning, AdministrationWarnings>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConsoleCommand, CreateAdminCommand>());
        return builder;
    }
}
