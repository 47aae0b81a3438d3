using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Requests;

namespace AuthKit.AuthorizationServer;

/// <summary>Takes an authorization request from its client directly (RFC 9126).</summary>
/// <param name="Parameters">The request.</param>
/// <param name="Client">The client.</param>
public sealed record PushAuthorization(AuthorizationParameters Parameters, ClientCredentials Client) : Command;

/// <summary>A pushed request (RFC 9126 §2.2).</summary>
/// <param name="RequestUri">What the browser brings in place of the request.</param>
/// <param name="ExpiresIn">For how long, in seconds.</param>
public sealed record PushedRequest(string RequestUri, int ExpiresIn)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(PushedRequest);
}

internal sealed class PushAuthorizationFlow(ClientRegistry clients, AuthorizationRequests requests, PushedRequests pushed) : IFlow<PushAuthorization, PushedRequest>
{
    public async Task<Outcome<PushedRequest>> RunAsync(PushAuthorization command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await clients.AuthenticateAsync(command.Client, GrantTypes.AuthorizationCode, context, cancellationToken)).Succeeded(out var client, out var failure))
            return failure;
        if (requests.JudgePushed(command.Parameters, client) is { } objection)
            return objection;
        return await pushed.AddAsync(command.Parameters, client, cancellationToken);
    }
}
