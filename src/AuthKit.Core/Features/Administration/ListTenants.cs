using Microsoft.Extensions.Options;

namespace AuthKit.Features.Administration;

/// <summary>Lists the tenants that the host has registered, whose accounts an administrator can switch to.</summary>
/// <param name="AccessToken">The administrator's access token.</param>
public sealed record ListTenants(string? AccessToken) : Command;

/// <summary>The host's tenants.</summary>
/// <param name="Aliases">Their aliases, in the order of the alphabet.</param>
public sealed record TenantAliases(IReadOnlyList<string> Aliases);

internal sealed class ListTenantsFlow(Administrators administrators, IOptions<AuthKitOptions> options) : IFlow<ListTenants, TenantAliases>
{
    public Task<Outcome<TenantAliases>> RunAsync(ListTenants command, FlowContext context, CancellationToken cancellationToken) => administrators.ShowAsync<TenantAliases>(
        command.AccessToken,
        tenant: null,
        context,
        _ => Task.FromResult<Outcome<TenantAliases>>(new TenantAliases([.. options.Value.Tenants.Select(static tenant => tenant.Alias).Order(StringComparer.Ordinal)])),
        cancellationToken);
}

public static partial class AdministrationFlows
{
    /// <summary>Lists the host's tenants.</summary>
    public static Flow<ListTenants, TenantAliases> ListTenants { get; } = Flow<ListTenants, TenantAliases>.Of<ListTenantsFlow>(fails: [AdministrationFaults.AdministratorsOnly]);
}
