using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Details;
using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;

namespace AuthKit.AuthorizationServer;

/// <summary>Gives a client an access token in its own name (RFC 6749 §4.4).</summary>
/// <param name="Client">The client; it has to have proved who it is.</param>
/// <param name="Scope">The scope asked for; by default every scope of the host's interfaces that the client may have.</param>
public sealed record GrantClientCredentials(ClientCredentials Client, string? Scope) : Command
{
    /// <summary>The interfaces that the access token is for (RFC 8707 §2); empty for those that the scope belongs to.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>The authorization details asked for (RFC 9396 §6), a JSON array; null for none.</summary>
    public string? AuthorizationDetails { get; init; }
}

internal sealed class GrantClientCredentialsFlow(ClientRegistry clients, TokenKeys keys, ScopePolicy scopes, ResourcePolicy resources, AuthorizationDetailsValidator details, HomeDatabase home, SessionIssuer issuer, IEvents events) : IFlow<GrantClientCredentials, TokenPair>
{
    public async Task<Outcome<TokenPair>> RunAsync(GrantClientCredentials command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await clients.AuthenticateAsync(command.Client, GrantTypes.ClientCredentials, context, cancellationToken)).Succeeded(out var client, out var failure))
            return failure;
        if (client.IsPublic)
            return Fault.UnauthorizedClient;
        var limited = scopes.ForClient(client, command.Scope ?? resources.ScopeOf(command.Resources));
        if (limited.Length == 0 && !string.IsNullOrWhiteSpace(command.Scope))
            return Fault.InvalidScope;
        if (!resources.Grant(command.Resources, limited).Succeeded(out var granted, out failure))
            return failure;
        if (!(await details.ValidateAsync(command.AuthorizationDetails, client, cancellationToken)).Succeeded(out var detailed, out failure))
            return failure;
        if (!(await keys.OfAsync(client, context, cancellationToken)).Succeeded(out var key, out failure))
            return failure;
        var scope = granted.Scope;
        var database = await home.GetAsync(cancellationToken);
        var start = new SessionStart(Guid.Empty, CredentialVersion: null, client.Id, scope) { Details = new() { Resources = granted.Resources, AuthorizationDetails = detailed.Json } };
        var tokens = await issuer.StartAsync(database, start, new(Tenant.Home) { Client = client, Confirmation = key.Access }, cancellationToken);
        await events.RaiseAsync(context, new ClientTokenIssued(scope) { Tenant = Tenant.Home, SessionId = tokens.SessionId, ClientId = client.Id }, cancellationToken);
        return tokens;
    }
}

public static partial class OAuthFlows
{
    /// <summary>Gives a client an access token in its own name.</summary>
    public static Flow<GrantClientCredentials, TokenPair> GrantClientCredentials { get; } = Flow<GrantClientCredentials, TokenPair>.Of<GrantClientCredentialsFlow>(fails: [Fault.InvalidScope, Fault.InvalidTarget, Fault.InvalidAuthorizationDetails, Fault.InvalidDPoPProof, Fault.UseDPoPNonce]);
}
