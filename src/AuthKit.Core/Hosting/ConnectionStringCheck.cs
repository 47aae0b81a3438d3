using AuthKit.Databases;
using Microsoft.Extensions.Options;

namespace AuthKit.Hosting;

/// <summary>Has every engine read its connection strings at the start, rather than at the first sign-in of a tenant's.</summary>
internal sealed class ConnectionStringCheck(DatabaseEngines engines)
{
    /// <exception cref="OptionsValidationException">One cannot be read.</exception>
    public async Task RunAsync(AuthKitOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var tenant in options.Tenants)
            await ReadAsync($"Tenants: '{tenant.Alias}'", tenant.Database);
        if (options.Database is { } home)
            await ReadAsync("The home database", home);
    }

    private async Task ReadAsync(string name, DatabaseRegistration database)
    {
        if (engines.ProviderOf(database.KeyIdentifier) is not { } provider)
            return;
        try
        {
            // Opening connects to nothing.
            await using var opened = provider.Open(database.ConnectionString);
        }
        catch (ArgumentException e)
        {
            throw new OptionsValidationException(nameof(AuthKitOptions), typeof(AuthKitOptions), [$"{name}: {e.Message}"]);
        }
    }
}
