using AuthKit.Features.Import;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the import of accounts without file formats.</summary>
public static class AccountImportCoreExtensions
{
    /// <summary>Adds <see cref="IAccountImport"/>, <see cref="IAccountExport"/> and the tables of imports. <c>AddAccountImport</c> of the package AuthKit.Import adds file formats and a command besides. It is idempotent.</summary>
    public static AuthKitBuilder AddAccountImportCore(this AuthKitBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton<ImportCheck>();
        services.TryAddSingleton<ImportWriter>();
        services.TryAddSingleton<IAccountImport, AccountImporter>();
        services.TryAddSingleton<IAccountExport, AccountExporter>();
        return builder.AddSchema(ImportSchema.Current);
    }
}
