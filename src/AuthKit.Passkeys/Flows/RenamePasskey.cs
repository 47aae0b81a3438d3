using AuthKit.Events;
using AuthKit.Features;
using AuthKit.Passkeys.Events;
using AuthKit.Passkeys.Storage;

namespace AuthKit.Passkeys;

/// <summary>Renames a passkey of the caller's account.</summary>
/// <param name="AccessToken">The caller's access token.</param>
/// <param name="Id">The passkey's id.</param>
/// <param name="Name">What it is to be called.</param>
public sealed record RenamePasskey(string? AccessToken, string? Id, string? Name) : Command;

internal sealed class RenamePasskeyFlow(IFeatureAccounts accounts, IEvents events) : IFlow<RenamePasskey, PasskeyDescription>
{
    public async Task<Outcome<PasskeyDescription>> RunAsync(RenamePasskey command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await accounts.OfTokenAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var account, out var failure))
            return failure;
        await using var opened = account;
        if (command.Name?.Trim() is not { Length: > 0 } name)
            return Failure.Of(PasskeyNames.Field, Rule.Required);
        if (PasskeyNames.Check(name) is { } broken)
            return new Failure(Fault.Invalid, [broken]);
        if (!Guid.TryParse(command.Id, out var id)
            || await account.Records.FindPasskeyAsync(account.User, id, cancellationToken) is not { } passkey
            || !passkey.Counts(account.User)
            || !await account.Records.RenamePasskeyAsync(passkey, name, cancellationToken))
            return PasskeyFaults.NotFound;
        await events.RaiseAsync(context, new PasskeyRenamed(id) { UserId = account.User.Id, Tenant = account.Tenant, SessionId = account.Caller!.SessionId, ClientId = account.Caller.ClientId }, cancellationToken);
        return PasskeyDescription.Of(passkey with { Name = name });
    }
}

public static partial class PasskeyFlows
{
    /// <summary>Renames a passkey of the caller's account.</summary>
    public static Flow<RenamePasskey, PasskeyDescription> Rename { get; } = Flow<RenamePasskey, PasskeyDescription>.Of<RenamePasskeyFlow>(fails: [PasskeyFaults.NotFound]);
}
