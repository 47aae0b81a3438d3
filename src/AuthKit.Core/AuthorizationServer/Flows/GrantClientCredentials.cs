using AuthKit.AuthorizationServer.Clients;
using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Tenants;
using AuthKit.Tokens;

namespace AuthKit.AuthorizationServer;

/// <summary>Gives a client an access token in its own name (RFC 6749 §4.4).</summary>
/// <param name="Client">The client; it has to have proved who it is.</param>
/// <param name="Scope">The scope asked for; by default every scope of the host's interfaces that the client may have.</param>
public sealed record GrantClientCredentials(ClientCredentials Client, string? Scope) : Command;

internal sealed class GrantClientCredentialsFlow(ClientRegistry clients, TokenKeys keys, ScopePolicy scopes, HomeDatabase home, SessionIssuer issuer, IEvents events) : IFlow<GrantClientCredentials, TokenPair>
{
    public async Task<Outcome<TokenPair>> RunAsync(GrantClientCredentials command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await clients.AuthenticateAsync(command.Client, GrantTypes.ClientCredentials, context, cancellationToken)).Succeeded(out var client, out var failure))
            return failure;
        if (client.IsPublic)
            return Fault.UnauthorizedClient;
        var scope = scopes.ForClient(client, command.Scope);
        if (scope.Length == 0 && !string.IsNullOrWhiteSpace(command.Scope))
            return Fault.InvalidScope;
        if (!(await keys.OfAsync(client, context, cancellationToken)).Succeeded(out var key, out var objection))
            return objection;
        var database = await home.GetAsync(cancellationToken);
        var tokens = await issuer.StartAsync(database, new(Guid.Empty, CredentialVersion: null, client.Id, scope), new(Tenant.Home) { Client = client, Confirmation = key.Access }, cancellationToken);
        await events.RaiseAsync(context, new ClientTokenIssued(scope) { Tenant = Tenant.Home, SessionId = tokens.SessionId, ClientId = client.Id }, cancellationToken);
        return tokens;
    }
}

public static partial class OAuthFlows
{
    /// <summary>Gives a client an access token in its own name.</summary>
    public static Flow<GrantClientCredentials, TokenPair> GrantClientCredentials { get; } = Flow<GrantClientCredentials, TokenPair>.Of<GrantClientCredentialsFlow>(fails: [Fault.InvalidScope, Fault.InvalidDPoPProof, Fault.UseDPoPNonce]);
}
