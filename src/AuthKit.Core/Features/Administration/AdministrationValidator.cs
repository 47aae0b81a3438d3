using AuthKit.Users.Roles;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.Administration;

/// <summary>Refuses to start with a role that cannot be given, or with impersonations that last.</summary>
internal sealed class AdministrationValidator : IValidateOptions<AuthKitOptions>
{
    public ValidateOptionsResult Validate(string? name, AuthKitOptions options)
    {
        var settings = options.Administration;
        if (!RoleNames.IsName(settings.Role))
            return ValidateOptionsResult.Fail($"Administration.Role is 1 to {RoleNames.MaxName} letters of ASCII, digits and the characters -_.:");
        return settings.ImpersonationLifetime < TimeSpan.FromMinutes(1) || settings.ImpersonationLifetime > TimeSpan.FromHours(1)
            ? ValidateOptionsResult.Fail("Administration.ImpersonationLifetime is a minute to an hour.")
            : ValidateOptionsResult.Success;
    }
}
