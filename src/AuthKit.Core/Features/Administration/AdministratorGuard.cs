using AuthKit.Users;

namespace AuthKit.Features.Administration;

/// <summary>
/// Keeps an administrator, whoever takes the role from whom at once (a race). Nobody takes it from themselves; and before it is taken from another, the row
/// of whoever takes it is written, on the condition that they have it still, after the other's row was read. The write to the other's row is refused where
/// that was written since it was read. So of two who take it from one another one at the most succeeds, and by the same argument no ring of them does:
/// the last of those who take the role has it.
/// </summary>
internal sealed class AdministratorGuard(FeatureAccount caller, AdministrationOptions options)
{
    private const int MostTries = 20;

    private int _tries;

    /// <summary>Why a change is not to be written; null where it may.</summary>
    public async Task<Failure?> ObjectionAsync(User current, User changed, CancellationToken cancellationToken)
    {
        var (had, has) = (options.IsHeldBy(current), options.IsHeldBy(changed));
        if (current.Id == caller.User.Id)
            return had && !has ? new(AdministrationFaults.OwnAccount) : null;
        // Whoever has somebody's address gets their next password by mail.
        if (had && has && !LoginName.IsSameMailbox(current.Email, changed.Email))
            return new(AdministrationFaults.OtherAdministrator);
        return had == has ? null : await StampAsync(cancellationToken);
    }

    private async Task<Failure?> StampAsync(CancellationToken cancellationToken)
    {
        var users = caller.Account.Database.Users;
        for (; _tries < MostTries; _tries++)
        {
            if (await users.FindByIdAsync(caller.User.Id, cancellationToken) is not { } user || !options.IsHeldBy(user))
                return new(AdministrationFaults.AdministratorsOnly);
            if (await users.UpdateAsync(user, cancellationToken) is UserWrite.Done)
            {
                _tries++;
                return null;
            }
        }

        return new(Fault.Conflict);
    }
}
