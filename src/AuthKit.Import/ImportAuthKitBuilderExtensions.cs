using AuthKit.CommandLine;
using AuthKit.Features.Import;
using AuthKit.Import;
using AuthKit.Import.Formats;
using AuthKit.Import.ForeignHashes;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the import of accounts to AuthKit.</summary>
public static class ImportAuthKitBuilderExtensions
{
    /// <summary>
    /// Adds <see cref="IAccountImport"/> with file formats of other systems, the command <c>authkit import</c>, and the hashes of <c>AddForeignPasswordHashes</c>. Once all
    /// accounts are there, <c>AddForeignPasswordHashes</c> alone is enough. It is idempotent.
    /// </summary>
    /// <param name="builder">What <c>AddAuthKit</c> returned.</param>
    /// <param name="configure">Sets options of the hashes, such as <see cref="ForeignHashOptions.Firebase"/>; what they can be is checked at start-up.</param>
    public static AuthKitBuilder AddAccountImport(this AuthKitBuilder builder, Action<ForeignHashOptions>? configure = null)
    {
        var services = builder.Services;
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAccountFormat, AccountsFormat>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAccountFormat, AspNetIdentityFormat>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAccountFormat, Auth0Format>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAccountFormat, DjangoFormat>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAccountFormat, FirebaseFormat>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAccountFormat, KeycloakFormat>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAccountFormat, LaravelFormat>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConsoleCommand, ImportCommand>());
        return builder.AddAccountImportCore().AddForeignPasswordHashes(configure);
    }
}
