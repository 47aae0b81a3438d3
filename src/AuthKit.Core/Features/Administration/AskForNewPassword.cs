using AuthKit.Administration;
using AuthKit.Events;

namespace AuthKit.Features.Administration;

/// <summary>Mails the owner of an account a link to set a new password by. The password of before counts until they do.</summary>
/// <param name="AccessToken">The administrator's access token.</param>
/// <param name="UserId">The account.</param>
/// <param name="Tenant">The tenant that it lives in; null for the home database.</param>
public sealed record AskForNewPassword(string? AccessToken, string? UserId, string? Tenant) : Command;

internal sealed class AskForNewPasswordFlow(Administrators administrators, UserDirectory users, AdministeredResets resets) : IFlow<AskForNewPassword, Unit>
{
    public Task<Outcome<Unit>> RunAsync(AskForNewPassword command, FlowContext context, CancellationToken cancellationToken) => administrators.ChangeAsync<Unit>(
        new AccountReference(command.AccessToken, command.UserId, command.Tenant),
        AdministrativeActions.PasswordAskedFor,
        context,
        async (administrator, id) =>
        {
            if (await users.FindAsync(id, administrator.Tenant, cancellationToken) is not { } user)
                return Fault.NotFound;
            await resets.EnqueueAsync(user, administrator.Tenant, context, cancellationToken);
            return Unit.Value;
        },
        cancellationToken);
}

public static partial class AdministrationFlows
{
    /// <summary>Mails the owner of an account a link to set a new password by.</summary>
    public static Flow<AskForNewPassword, Unit> AskForNewPassword { get; } = Flow<AskForNewPassword, Unit>.Of<AskForNewPasswordFlow>(fails: Changing(Fault.NotFound));
}
