using AuthKit.AuthorizationServer.Clients;
using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Users;

namespace AuthKit.AuthorizationServer;

/// <summary>
/// Takes a client away at its own wish (RFC 7592 §2.3), and its sessions and access tokens with it: they count while there is the client,
/// so that none has to be looked for. Other nodes notice within <see cref="Tokens.TokenOptions.SessionCheckInterval"/>. Its id is given to nobody again.
/// </summary>
/// <param name="ClientId">Its id.</param>
/// <param name="RegistrationToken">The registration access token that it was given.</param>
public sealed record DeleteClient(string? ClientId, string? RegistrationToken) : Command
{}

internal sealed class DeleteClientFlow(RegisteredClients clients, HomeDatabase home, SessionLiveness liveness, IEvents events) : IFlow<DeleteClient, Unit>
{
    public async Task<Outcome<Unit>> RunAsync(DeleteClient command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await clients.FindAsync(command.ClientId, command.RegistrationToken, context, cancellationToken)).Succeeded(out var record, out var failure))
            return failure;
        if (!await (await home.GetAsync(cancellationToken)).Clients.RemoveAsync(record.Id, cancellationToken))
            return Fault.InvalidToken;
        liveness.ForgetAll();
        await events.RaiseAsync(context, new ClientDeleted { ClientId = record.Id }, cancellationToken);
        return Unit.Value;
    }
}

public static partial class OAuthFlows
{
    /// <summary>Takes a client away at its own wish.</summary>
    public static Flow<DeleteClient, Unit> DeleteClient { get; } = Flow<DeleteClient, Unit>.Of<DeleteClientFlow>();
}
