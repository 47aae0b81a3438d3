using AuthKit.Users;
using AuthKit.Users.Roles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.Hosting;

/// <summary>Refuses to start where accounts could never be confirmed, or where what is hidden at one place is told at another.</summary>
internal sealed class AccountsValidator(IServiceProviderIsService services) : IValidateOptions<AuthKitOptions>
{
    public ValidateOptionsResult Validate(string? name, AuthKitOptions options)
    {
        var accounts = options.Accounts;
        if (options.Roles.Names.FirstOrDefault(static role => !RoleNames.IsName(role)) is { } role)
            return ValidateOptionsResult.Fail($"Roles.Names has '{role}': a role's name is 1 to {RoleNames.MaxName} letters of ASCII, digits and the characters - _ . and :");
        if ((accounts.RequireConfirmedEmail || accounts.HideExistingAccounts) && !services.IsService(typeof(IExistingAccountNotice)))
            return ValidateOptionsResult.Fail("Accounts: RequireConfirmedEmail and HideExistingAccounts need AddEmailConfirmation() on what AddAuthKit returns; without it nobody could confirm an address.");
        return accounts is { HideExistingAccounts: true, RequireConfirmedEmail: false }
            ? ValidateOptionsResult.Fail("Accounts.HideExistingAccounts needs Accounts.RequireConfirmedEmail: whoever could sign in right after a registration would know that there was no account before.")
            : ValidateOptionsResult.Success;
    }
}
