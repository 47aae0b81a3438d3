using AuthKit;
using AuthKit.Features.Administration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers administration without a web framework.</summary>
public static class AdministrationCoreExtensions
{
    /// <summary>Adds the flows by which administrators see and steer accounts. On ASP.NET Core call <c>AddAdministration</c> instead. It is idempotent.</summary>
    public static AuthKitBuilder AddAdministrationCore(this AuthKitBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton<Administrators>();
        services.TryAddSingleton<AdministeredResets>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<AuthKitOptions>, AdministrationDefaults>());
        return builder;
    }
}
