using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Clients.Documents;
using AuthKit.Databases;
using AuthKit.Events;

namespace AuthKit.AuthorizationServer;

/// <summary>Puts another registration in the place of a client's (RFC 7592 §2.2): what it leaves out is left out from then on.</summary>
/// <param name="ClientId">Its id.</param>
/// <param name="RegistrationToken">The registration access token that it was given.</param>
/// <param name="Metadata">What it says of itself now.</param>
public sealed record UpdateClient(string? ClientId, string? RegistrationToken, ClientMetadata Metadata) : Command
{
    /// <summary>The names of the members that it sent with a value: those that are known and not supported are refused.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>The id among its members, which has to be there and its own.</summary>
    public string? NamedId { get; init; }

    /// <summary>The secret among its members: the one that it has, if any; nobody chooses another.</summary>
    public string? NamedSecret { get; init; }
}

internal sealed class UpdateClientFlow(RegisteredClients clients, ClientRules rules, SectorIdentifiers sectors, SecretLifetimes lifetimes, HomeDatabase home, IEvents events) : IFlow<UpdateClient, RegisteredClient>
{
    public async Task<Outcome<RegisteredClient>> RunAsync(UpdateClient command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await clients.FindAsync(command.ClientId, command.RegistrationToken, context, cancellationToken)).Succeeded(out var record, out var failure))
            return failure;
        if (command.NamedId != record.Id)
            return new Failure(Fault.InvalidClientMetadata, [new("client_id", command.NamedId is null ? Rule.Required : Rule.Unknown)]);
        if (command.NamedSecret is { } named && !ClientSecret.Matches(named, record.SecretHash))
            return new Failure(Fault.InvalidClientMetadata, [new("client_secret", Rule.Unknown)]);
        if (!rules.Complete(command.Metadata, command.Members).Succeeded(out var metadata, out failure))
            return failure;
        if (!await sectors.ListAsync(metadata, cancellationToken))
            return new Failure(Fault.InvalidClientMetadata, [new("sector_identifier_uri", Rule.Unknown)]);

        var known = ClientMetadata.Read(record);
        var secret = metadata.HasSecret && (record.SecretHash is null || lifetimes.IsEnding(known)) ? ClientSecret.New() : null;
        if (metadata.HasSecret)
            metadata = metadata with { SecretExpiresAt = secret is null ? known.SecretExpiresAt : lifetimes.End };
        var changed = record with
        {
            SecretHash = !metadata.HasSecret ? null : secret is null ? record.SecretHash : ClientSecret.Hash(secret),
            Metadata = metadata.Kept(command.Metadata).Write(),
        };
        if (!await (await home.GetAsync(cancellationToken)).Clients.ReplaceAsync(record, changed, cancellationToken))
            return Fault.Conflict;
        await events.RaiseAsync(context, new ClientUpdated { ClientId = record.Id }, cancellationToken);
        return new RegisteredClient(record.Id, secret, record.CreatedAt, metadata) { RegistrationToken = command.RegistrationToken };
    }
}

public static partial class OAuthFlows
{
    /// <summary>Puts another registration in the place of a client's.</summary>
    public static Flow<UpdateClient, RegisteredClient> UpdateClient { get; } = Flow<UpdateClient, RegisteredClient>.Of<UpdateClientFlow>(fails: [Fault.InvalidRedirectUri, Fault.InvalidClientMetadata, Fault.Conflict]);
}
