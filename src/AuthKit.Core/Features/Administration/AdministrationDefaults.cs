using Microsoft.Extensions.Options;

namespace AuthKit.Features.Administration;

/// <summary>Adds the administrators' role to the host's, and keeps when accounts were last seen.</summary>
internal sealed class AdministrationDefaults : IPostConfigureOptions<AuthKitOptions>
{
    public void PostConfigure(string? name, AuthKitOptions options)
    {
        if (!options.Roles.Names.Contains(options.Administration.Role))
            options.Roles.Names.Add(options.Administration.Role);
        options.Accounts.KeepLastSeen = true;
    }
}
