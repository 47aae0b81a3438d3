using AuthKit.Features.ExternalSchemes;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what sign-in through others needs, without a web framework.</summary>
public static class ExternalSchemesCoreExtensions
{
    /// <summary>Adds the flows' services. On ASP.NET Core call <c>AddExternalSchemes</c> instead. It is idempotent.</summary>
    public static AuthKitBuilder AddExternalSchemesCore(this AuthKitBuilder builder)
    {
        builder.Services.TryAddSingleton<ExternalCodes>();
        builder.Services.TryAddSingleton<ExternalSignIns>();
        return builder;
    }
}
