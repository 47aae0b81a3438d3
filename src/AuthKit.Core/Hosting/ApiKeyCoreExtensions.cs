using AuthKit.Features.ApiKeys;
using AuthKit.Hosting;
using AuthKit.Users;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers API keys without a web framework.</summary>
public static class ApiKeyCoreExtensions
{
    /// <summary>Adds the flows of API keys, their table and what they need. On ASP.NET Core call <c>AddApiKeys</c> instead. It is idempotent.</summary>
    public static AuthKitBuilder AddApiKeysCore(this AuthKitBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton<ApiKeyFields>();
        services.TryAddSingleton<OwnApiKeys>();
        services.TryAddSingleton<LiveApiKeys>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICredentialRevocationListener, ApiKeyRevocation>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuthKit.AuthKitOptions>, ApiKeyValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupWarning, ApiKeyWarnings>());
        return builder.AddSchema(ApiKeyTable.Schema);
    }
}
