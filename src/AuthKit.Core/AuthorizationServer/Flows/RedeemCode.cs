using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Codes;

namespace AuthKit.AuthorizationServer;

/// <summary>Exchanges an authorization code for tokens (RFC 6749 §4.1.3, RFC 7636 §4.5).</summary>
/// <param name="Code">The code.</param>
/// <param name="RedirectUri">The address that the authorization request named.</param>
/// <param name="CodeVerifier">The verifier behind the request's challenge.</param>
/// <param name="Client">The client.</param>
public sealed record RedeemCode(string? Code, string? RedirectUri, string? CodeVerifier, ClientCredentials Client) : Command
{
    /// <summary>The interfaces that the access token is for, of those that were granted (RFC 8707 §2.2); empty for all of them.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];
}

internal sealed class RedeemCodeFlow(ClientRegistry clients, TokenKeys keys, ResourcePolicy resources, AuthorizationCodes codes) : IFlow<RedeemCode, TokenPair>
{
    public async Task<Outcome<TokenPair>> RunAsync(RedeemCode command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await clients.AuthenticateAsync(command.Client, GrantTypes.AuthorizationCode, context, cancellationToken)).Succeeded(out var client, out var failure))
            return failure;
        if (string.IsNullOrEmpty(command.Code))
            return Failure.Of(Field.Code, Rule.Required);
        if (!resources.TryRead(command.Resources, out var asked))
            return Fault.InvalidTarget;
        if (!(await keys.VerifyAsync(client, context, cancellationToken)).Succeeded(out var key, out var objection))
            return objection;
        return await codes.RedeemAsync(command.Code, command.RedirectUri, command.CodeVerifier, asked, client, key, context, cancellationToken);
    }
}

public static partial class OAuthFlows
{
    /// <summary>Exchanges an authorization code for tokens.</summary>
    public static Flow<RedeemCode, TokenPair> RedeemCode { get; } = Flow<RedeemCode, TokenPair>.Of<RedeemCodeFlow>(fails: [Fault.InvalidGrant, Fault.InvalidTarget, Fault.InvalidDPoPProof, Fault.UseDPoPNonce]);
}
