using AuthKit.AuthorizationServer.Clients;
using AuthKit.SignIns;
using AuthKit.Tokens;

namespace AuthKit;

/// <summary>How a flow of a feature's signs somebody in: by what it has proved, if that is enough for the account.</summary>
public interface ISignIns
{
    /// <summary>Whom the tokens are going to be for: to be asked before any proof is judged.</summary>
    /// <param name="client">The client, where one presents itself; it has to be the host's own. Null for the contract's callers.</param>
    /// <param name="context">How the request came.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Outcome<SignInClient>> AuthenticateAsync(ClientCredentials? client, FlowContext context, CancellationToken cancellationToken);

    /// <summary>The tokens; or <see cref="Fault.SecondFactorRequired"/> with a <see cref="SecondFactorChallenge"/>, where the account asks for more than has been proved.</summary>
    /// <param name="proved">What has been proved. Its account stays the caller's to dispose of.</param>
    /// <param name="client">Whom the tokens are for.</param>
    /// <param name="context">How the request came.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Outcome<TokenPair>> SignInAsync(ProvedSignIn proved, SignInClient client, FlowContext context, CancellationToken cancellationToken);
}

internal sealed class FlowSignIns(ClientRegistry clients, TokenKeys keys, SignInCompletion completion) : ISignIns
{
    public async Task<Outcome<SignInClient>> AuthenticateAsync(ClientCredentials? client, FlowContext context, CancellationToken cancellationToken)
    {
        if (client is null)
            return new SignInClient(context.ClientId);
        if (!(await clients.AuthenticateAsync(client, GrantTypes.Password, context, cancellationToken)).Succeeded(out var known, out var refused))
            return refused;
        return (await keys.OfAsync(known, context, cancellationToken)).Succeeded(out var key, out var unproved)
            ? new SignInClient(known.Id) { Client = known, AccessKey = key.Access, RefreshKey = key.Refresh }
            : unproved;
    }

    public Task<Outcome<TokenPair>> SignInAsync(ProvedSignIn proved, SignInClient client, FlowContext context, CancellationToken cancellationToken) =>
        completion.SignInAsync(proved with { Scope = Scopes.Grant(proved.Scope) }, client, context, cancellationToken);
}
