using AuthKit.Administration;
using AuthKit.Events;
using AuthKit.Users;

namespace AuthKit.Features.Administration;

/// <summary>Makes an account. Without a password its owner is mailed a link to set one.</summary>
/// <param name="AccessToken">The administrator's access token.</param>
/// <param name="Tenant">The tenant that it is to live in; null for the home database.</param>
/// <param name="Email">Its address.</param>
/// <param name="Password">Its password; null for none.</param>
/// <param name="Changes">What it says of its owner.</param>
/// <param name="Roles">Its roles; null for none.</param>
public sealed record CreateUser(string? AccessToken, string? Tenant, string? Email, string? Password, UserChanges Changes, IReadOnlyCollection<string>? Roles) : Command;

internal sealed class CreateUserFlow(Administrators administrators, UserDirectory users, AdministeredResets resets) : IFlow<CreateUser, User>
{
    public Task<Outcome<User>> RunAsync(CreateUser command, FlowContext context, CancellationToken cancellationToken) => administrators.ChangeAsync(
        command.AccessToken,
        command.Tenant,
        AdministrativeActions.Created,
        context,
        administrator => CreateAsync(command, administrator, context, cancellationToken),
        static user => user.Id,
        cancellationToken);

    private async Task<Outcome<User>> CreateAsync(CreateUser command, Administrator administrator, FlowContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(command.Email))
            return Failure.Of(Field.Email, Rule.Required);
        var password = string.IsNullOrEmpty(command.Password) ? null : command.Password;
        var wanted = new NewUser(command.Email)
        {
            UserName = UserChanges.TextOrNull(command.Changes.UserName),
            Password = password,
            EmailVerified = command.Changes.EmailVerified ?? false,
            Profile = command.Changes.ApplyTo(UserProfile.Empty),
            Roles = command.Roles ?? [],
        };
        var outcome = await users.CreateAsync(wanted, administrator.Tenant, cancellationToken);
        if (password is null && outcome.Succeeded(out var user, out _))
            await resets.EnqueueAsync(user, administrator.Tenant, context, cancellationToken);
        return outcome;
    }
}

public static partial class AdministrationFlows
{
    /// <summary>Makes an account.</summary>
    public static Flow<CreateUser, User> CreateUser { get; } = Flow<CreateUser, User>.Of<CreateUserFlow>(fails: Changing(Fault.Busy));
}
