using AuthKit.Events;
using AuthKit.Users;

namespace AuthKit;

/// <summary>Changes what the caller's account says of its owner.</summary>
/// <param name="AccessToken">The caller's access token.</param>
/// <param name="Changes">The new values; what is null stays as it is.</param>
/// <param name="Email">The account's e-mail address; where sent, any but the caller's own is not found.</param>
public sealed record UpdateProfile(string? AccessToken, UserProfile Changes, string? Email = null) : Command
{
    /// <summary>Whether <see cref="UserProfile.Name"/> has to come along.</summary>
    public bool NameRequired { get; init; }
}

internal sealed class UpdateProfileFlow(Callers callers, Accounts accounts, IEvents events) : IFlow<UpdateProfile, User>
{
    public async Task<Outcome<User>> RunAsync(UpdateProfile command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await callers.AuthenticateOwnAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var caller, out var failure))
            return failure;
        BrokenRule[] broken = [.. command.NameRequired && string.IsNullOrWhiteSpace(command.Changes.Name) ? [new BrokenRule(Field.Name, Rule.Required)] : UserFields.Profile(command.Changes)];
        if (broken.Length > 0)
            return new Failure(Fault.Invalid, broken);
        await using var account = await accounts.FindAsync(caller, cancellationToken);
        if (account is null || !account.IsCalled(command.Email))
            return Fault.NotFound;
        if (!await callers.StillCountsAsync(caller, account, cancellationToken))
            return Fault.InvalidToken;
        var updated = account.User with { Profile = Merge(account.User.Profile, command.Changes) };
        if (await account.Database.Users.UpdateAsync(updated, cancellationToken) is not UserWrite.Done)
            return Fault.Conflict;
        await events.RaiseAsync(context, new ProfileChanged { UserId = updated.Id, Tenant = account.Tenant, SessionId = caller.SessionId, ClientId = caller.ClientId }, cancellationToken);
        return updated;
    }

    private static UserProfile Merge(UserProfile old, UserProfile changes) => new()
    {
        Name = changes.Name ?? old.Name,
        GivenName = changes.GivenName ?? old.GivenName,
        FamilyName = changes.FamilyName ?? old.FamilyName,
        PhoneNumber = changes.PhoneNumber ?? old.PhoneNumber,
        Address = changes.Address ?? old.Address,
        ContactEmail = changes.ContactEmail ?? old.ContactEmail,
    };
}

public static partial class Flows
{
    /// <summary>Changes what the caller's account says of its owner.</summary>
    public static Flow<UpdateProfile, User> UpdateProfile { get; } = Flow<UpdateProfile, User>.Of<UpdateProfileFlow>(fails: [Fault.InsufficientScope, Fault.NotFound, Fault.Conflict]);
}
