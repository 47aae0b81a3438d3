using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Details;
using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Tenants;
using AuthKit.Tokens;

namespace AuthKit.AuthorizationServer;

/// <summary>Gives a client an access token in its own name (RFC 6749 §4.4).</summary>
/// <param name="Client">The client; it has to have proved who it is.</param>
/// <param name="Scope">The scope asked for; by default every scope of the host's interfaces that the client may have.</param>
public sealed record GrantClientCredentials(ClientCredentials Client, string? Scope) : Command
{
    /// <summary>The authorization details asked for (RFC 9396 §6), a JSON array; null for none.</summary>
    public string? AuthorizationDetails { get; init; }
}

internal sealed class GrantClientCredentialsFlow(ClientRegistry clients, ScopePolicy scopes, AuthorizationDetailsValidator details, HomeDatabase home, SessionIssuer issuer, IEvents events) : IFlow<GrantClientCredentials, TokenPair>
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
        if (!(await details.ValidateAsync(command.AuthorizationDetails, client, cancellationToken)).Succeeded(out var granted, out var refused))
            return refused;
        var database = await home.GetAsync(cancellationToken);
        var tokens = await issuer.StartAsync(database, new(Guid.Empty, CredentialVersion: null, client.Id, scope) { Details = new() { AuthorizationDetails = granted.Json } }, new(Tenant.Home) { Client = client }, cancellationToken);
        await events.RaiseAsync(context, new ClientTokenIssued(scope) { Tenant = Tenant.Home, SessionId = tokens.SessionId, ClientId = client.Id }, cancellationToken);
        return tokens;
    }
}

public static partial class OAuthFlows
{
    /// <summary>Gives a client an access token in its own name.</summary>
    public static Flow<GrantClientCredentials, TokenPair> GrantClientCredentials { get; } = Flow<GrantClientCredentials, TokenPair>.Of<GrantClientCredentialsFlow>(fails: [Fault.InvalidScope, Fault.InvalidAuthorizationDetails]);
}
