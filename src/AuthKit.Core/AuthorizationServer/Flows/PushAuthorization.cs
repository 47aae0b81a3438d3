using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Tokens;

namespace AuthKit.AuthorizationServer;

/// <summary>Takes an authorization request from its client directly (RFC 9126).</summary>
/// <param name="Parameters">The request.</param>
/// <param name="Client">The client.</param>
public sealed record PushAuthorization(AuthorizationParameters Parameters, ClientCredentials Client) : Command;

internal sealed class PushAuthorizationFlow(ClientRegistry clients, TokenKeys keys, AuthorizationRequestValidator validator, PushedRequests pushed) : IFlow<PushAuthorization, PushedRequest>
{
    public async Task<Outcome<PushedRequest>> RunAsync(PushAuthorization command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await clients.AuthenticateAsync(command.Client, context, cancellationToken)).Succeeded(out var client, out var failure))
            return failure;
        if (!(await validator.ValidatePushedAsync(command.Parameters, client, cancellationToken)).Succeeded(out var parameters, out var objection))
            return objection;
        if (!(await keys.ProvedAsync(client, context, cancellationToken)).Succeeded(out var key, out var unproved))
            return unproved;
        // RFC 9449 §10.1: the proof names the key as well as the parameter does.
        var named = parameters.DPoPKey;
        if (key.Access is { } proved && named is not null && Confirmation.OfKey(named) != proved)
            return Fault.InvalidDPoPProof;
        if (await keys.UseAsync(client.Id, key, context, cancellationToken) is { } replayed)
            return replayed;
        return await pushed.AddAsync(parameters with { DPoPKey = named ?? Confirmation.Thumbprint(key.Access) }, client, cancellationToken);
    }
}

public static partial class OAuthFlows
{
    /// <summary>Takes an authorization request from its client directly.</summary>
    public static Flow<PushAuthorization, PushedRequest> PushAuthorization { get; } = Flow<PushAuthorization, PushedRequest>.Of<PushAuthorizationFlow>(keepsRequests: true, fails: [Fault.InvalidDPoPProof, Fault.UseDPoPNonce, Fault.InvalidRequestUri, Fault.InvalidRedirectUri, Fault.InvalidScope, Fault.InvalidTarget, Fault.InvalidAuthorizationDetails, Fault.UnsupportedResponseType, Fault.RequestNotSupported, Fault.InvalidRequestObject]);
}
