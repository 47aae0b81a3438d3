using AuthKit.AuthorizationServer.Clients;

namespace AuthKit.AuthorizationServer;

/// <summary>Tells a client its registration (RFC 7592 §2.1).</summary>
/// <param name="ClientId">Its id.</param>
/// <param name="RegistrationToken">The registration access token that it was given.</param>
public sealed record ReadClient(string? ClientId, string? RegistrationToken) : Command
{}

internal sealed class ReadClientFlow(RegisteredClients clients) : IFlow<ReadClient, RegisteredClient>
{
    public async Task<Outcome<RegisteredClient>> RunAsync(ReadClient command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await clients.FindAsync(command.ClientId, command.RegistrationToken, context, cancellationToken)).Succeeded(out var record, out var failure))
            return failure;
        // The secret is kept as a hash, and is told once.
        return new RegisteredClient(record.Id, null, record.CreatedAt, ClientMetadata.Read(record).Told()) { RegistrationToken = command.RegistrationToken };
    }
}

public static partial class OAuthFlows
{
    /// <summary>Tells a client its registration.</summary>
    public static Flow<ReadClient, RegisteredClient> ReadClient { get; } = Flow<ReadClient, RegisteredClient>.Of<ReadClientFlow>();
}
