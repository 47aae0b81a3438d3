using AuthKit.Databases;
using AuthKit.Tenants;
using AuthKit.Databases.Brought;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AuthKit.Hosting;

/// <summary>Refuses to start with a <see cref="ClientDatabasePolicy"/> that cannot work, opens the host's own files, or goes unacknowledged into Production.</summary>
internal sealed class BroughtDatabaseValidator(DatabaseEngines engines, IConnectionProtector? protector = null, IHostEnvironment? environment = null)
    : IValidateOptions<AuthKitOptions>
{
    public ValidateOptionsResult Validate(string? name, AuthKitOptions options)
    {
        string[] errors = options.ClientDatabases is { } policy ? [.. General(policy), .. Engines(policy), .. OwnDatabases(policy, options)] : [];
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors.Select(error => $"ClientDatabases: {error}"));
    }

    private IEnumerable<string> General(ClientDatabasePolicy policy)
    {
        // Where nobody says which environment it is, it counts as the one where most is at stake.
        if (!policy.AcceptThatStrangersChooseWhereThisServerConnects && environment?.IsProduction() is not false)
            yield return $"in Production it takes {nameof(policy.AcceptThatStrangersChooseWhereThisServerConnects)}. Registering tenants with AddTenant does without.";
        if (policy.MaxTenants < 1 || policy.MaxTenantsPerNetwork < 1)
            yield return "MaxTenants and MaxTenantsPerNetwork are at least 1.";
        if (policy.KeepUnused < TimeSpan.FromDays(1))
            yield return "KeepUnused is at least a day.";
        if (policy.Timeout < TimeSpan.FromSeconds(1) || policy.Timeout > TimeSpan.FromMinutes(1))
            yield return "Timeout is a second to a minute.";
        if (protector is null)
            yield return "no IConnectionProtector is registered.";
        foreach (var host in policy.Hosts.Where(host => !HostPattern.TryParse(host, out _)))
            yield return $"'{host}' in Hosts is neither a name, nor '*.' and a name of at least two labels, nor either with ':' and a port.";
        if (policy.SqliteFolder is { } folder && !(Path.IsPathFullyQualified(folder) && Directory.Exists(folder)))
            yield return "SqliteFolder is the absolute path of a folder that is there.";
    }

    private IEnumerable<string> Engines(ClientDatabasePolicy policy)
    {
        if (policy.Engines.Count == 0)
            yield return "Engines is empty, so nothing is allowed.";
        foreach (var engine in policy.Engines)
        {
            if (engines.ConnectionsOf(engine) is not { } connections)
                yield return $"{engine} is not registered, or takes no connection strings of strangers.";
            else if (connections.DefaultPort == 0 && policy.SqliteFolder is null)
                yield return $"{engine} needs SqliteFolder.";
            else if (connections.DefaultPort != 0 && policy.Hosts.Count == 0)
                yield return $"{engine} needs Hosts.";
        }
    }

    private IEnumerable<string> OwnDatabases(ClientDatabasePolicy policy, AuthKitOptions options) =>
        from database in options.Tenants.Select(tenant => tenant.Database).Prepend(options.Database).OfType<DatabaseRegistration>()
        where engines.TryFind(database.KeyIdentifier, out var engine) && policy.Engines.Contains(engine) && engines.ConnectionsOf(engine)?.CouldName(database.ConnectionString, policy) is true
        select "SqliteFolder holds a database of the host's own, which a stranger could name.";
}
