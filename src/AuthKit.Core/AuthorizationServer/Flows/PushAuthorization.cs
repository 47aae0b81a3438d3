using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Requests;

namespace AuthKit.AuthorizationServer;

/// <summary>Takes an authorization request from its client directly (RFC 9126).</summary>
/// <param name="Parameters">The request.</param>
/// <param name="Client">The client.</param>
public sealed record PushAuthorization(AuthorizationParameters Parameters, ClientCredentials Client) : Command;

internal sealed class PushAuthorizationFlow(ClientRegistry clients, AuthorizationRequestValidator validator, PushedRequests pushed) : IFlow<PushAuthorization, PushedRequest>
{
    public async Task<Outcome<PushedRequest>> RunAsync(PushAuthorization command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await clients.AuthenticateAsync(command.Client, context, cancellationToken)).Succeeded(out var client, out var failure))
            return failure;
        if (!(await validator.ValidatePushedAsync(command.Parameters, client, cancellationToken)).Succeeded(out var parameters, out var objection))
            return objection;
        return await pushed.AddAsync(parameters, client, cancellationToken);
    }
}

public static partial class OAuthFlows
{
    /// <summary>Takes an authorization request from its client directly.</summary>
    public static Flow<PushAuthorization, PushedRequest> PushAuthorization { get; } = Flow<PushAuthorization, PushedRequest>.Of<PushAuthorizationFlow>(keepsRequests: true, fails: [Fault.InvalidRequestUri, Fault.InvalidRedirectUri, Fault.InvalidScope, Fault.UnsupportedResponseType, Fault.RequestNotSupported, Fault.InvalidRequestObject]);
}
