using AuthKit.Administration;
using AuthKit.Events;
using AuthKit.Users;

namespace AuthKit.Features.Administration;

/// <summary>Changes what an account says of its owner. Another address ends its sessions.</summary>
/// <param name="AccessToken">The administrator's access token.</param>
/// <param name="UserId">The account.</param>
/// <param name="Tenant">The tenant that it lives in; null for the home database.</param>
/// <param name="Email">Its address; null where that stays. Another one is not verified, unless the same request says so.</param>
/// <param name="Changes">What else changes.</param>
public sealed record ChangeUser(string? AccessToken, string? UserId, string? Tenant, string? Email, UserChanges Changes) : Command;

/// <summary>What of an account changes: what is null stays, and what is empty goes.</summary>
public sealed record UserChanges
{
    /// <summary>Whether the address is the owner's.</summary>
    public bool? EmailVerified { get; init; }

    /// <summary>The user name.</summary>
    public string? UserName { get; init; }

    /// <summary>What the account says of its owner.</summary>
    public UserProfile Profile { get; init; } = UserProfile.Empty;

    internal UserProfile ApplyTo(UserProfile profile) => new()
    {
        Name = TextOrNull(Profile.Name ?? profile.Name),
        GivenName = TextOrNull(Profile.GivenName ?? profile.GivenName),
        FamilyName = TextOrNull(Profile.FamilyName ?? profile.FamilyName),
        PhoneNumber = TextOrNull(Profile.PhoneNumber ?? profile.PhoneNumber),
        Address = TextOrNull(Profile.Address ?? profile.Address),
        ContactEmail = TextOrNull(Profile.ContactEmail ?? profile.ContactEmail),
    };

    internal static string? TextOrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

internal sealed class ChangeUserFlow(Administrators administrators, UserDirectory users) : IFlow<ChangeUser, User>
{
    public Task<Outcome<User>> RunAsync(ChangeUser command, FlowContext context, CancellationToken cancellationToken) => administrators.ChangeAsync(
        new AccountReference(command.AccessToken, command.UserId, command.Tenant),
        AdministrativeActions.Changed,
        context,
        (administrator, id) => users.UpdateAsync(id, user => Apply(command, user), administrator.Tenant, administrator.Guard, cancellationToken),
        cancellationToken);

    private static User Apply(ChangeUser command, User user)
    {
        var email = command.Email ?? user.Email;
        return user with
        {
            Email = email,
            EmailVerified = command.Changes.EmailVerified ?? (user.EmailVerified && LoginName.IsSameMailbox(email, user.Email)),
            UserName = UserChanges.TextOrNull(command.Changes.UserName ?? user.UserName),
            Profile = command.Changes.ApplyTo(user.Profile),
        };
    }
}

public static partial class AdministrationFlows
{
    /// <summary>Changes what an account says of its owner.</summary>
    public static Flow<ChangeUser, User> ChangeUser { get; } =
        Flow<ChangeUser, User>.Of<ChangeUserFlow>(fails: Changing(Fault.NotFound, AdministrationFaults.OtherAdministrator, Fault.Conflict));
}
