using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Codes;
using AuthKit.AuthorizationServer.Devices;
using AuthKit.Events;
using AuthKit.Grants;
using AuthKit.Tenants;
using AuthKit.Tokens;

namespace AuthKit.AuthorizationServer;

/// <summary>Asks whether a person has let the device in, and exchanges its code for tokens where they have (RFC 8628 §3.4).</summary>
/// <param name="DeviceCode">The device's code.</param>
/// <param name="Client">The client.</param>
public sealed record RedeemDeviceCode(string? DeviceCode, ClientCredentials Client) : Command
{
    /// <summary>The interfaces that the access token is for, of those that were granted (RFC 8707 §2.2); empty for all of them.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];
}

internal sealed class RedeemDeviceCodeFlow(ClientRegistry clients, TokenKeys keys, ResourcePolicy resources, DeviceCodes codes, DevicePolls polls, UserDatabases databases, TenantRegistry tenants, ReservedSessions reserved, OneTimeSecrets secrets, IEvents events)
    : IFlow<RedeemDeviceCode, TokenPair>
{
    public async Task<Outcome<TokenPair>> RunAsync(RedeemDeviceCode command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await clients.AuthenticateAsync(command.Client, GrantTypes.DeviceCode, context, cancellationToken)).Succeeded(out var client, out var failure))
            return failure;
        if (string.IsNullOrEmpty(command.DeviceCode))
            return Failure.Of(Field.Code, Rule.Required);
        if (!resources.TryRead(command.Resources, out var asked))
            return Fault.InvalidTarget;
        if (!OpaqueToken.TryParse(command.DeviceCode, out var code)
            || await codes.FindDeviceAsync(code, cancellationToken) is not { ConsumedAt: null } device || device.ClientId != client.Id)
            return await RefuseAsync(context, client, TokenRefusals.Invalid, cancellationToken);
        if (secrets.HasExpired(device))
            return Fault.ExpiredDeviceCode;
        if (polls.IsTooSoon(device))
            return Fault.SlowDown;
        if (await codes.FindDecisionAsync(device, cancellationToken) is not { } decision)
            return Fault.AuthorizationPending;
        if (!resources.Covers(decision.Resources, asked))
            return Fault.InvalidTarget;
        if (!(await keys.OfAsync(client, context, cancellationToken)).Succeeded(out var key, out var objection))
            return objection;
        if (!await codes.ConsumeAsync(device, cancellationToken) || !await tenants.KnowsAsync(decision.Tenant, cancellationToken))
            return await RefuseAsync(context, client, TokenRefusals.Ended, cancellationToken);
        if (decision.SessionHandle is not { } handle)
            return Fault.AccessDenied;
        await using var database = await databases.OfAsync(decision.Tenant, cancellationToken);
        var details = new TokenDetails(decision.Tenant) { IdTokenAlgorithm = context.IdTokenAlgorithm, Resources = asked };
        if (!(await reserved.StartAsync(database, handle, code, client, key, details, cancellationToken)).Succeeded(out var tokens, out _))
            return await RefuseAsync(context, client, TokenRefusals.Ended, cancellationToken);
        await events.RaiseAsync(context, new CodeRedeemed(GrantTypes.DeviceCode) { UserId = tokens.UserId, Tenant = decision.Tenant, SessionId = tokens.SessionId, ClientId = client.Id }, cancellationToken);
        return tokens;
    }

    private async Task<Outcome<TokenPair>> RefuseAsync(FlowContext context, Client client, string reason, CancellationToken cancellationToken)
    {
        await events.RaiseAsync(context, new TokenRefused(TokenKinds.DeviceCode, reason) { ClientId = client.Id }, cancellationToken);
        return Fault.InvalidGrant;
    }
}

public static partial class OAuthFlows
{
    /// <summary>Exchanges a device's code for tokens.</summary>
    public static Flow<RedeemDeviceCode, TokenPair> RedeemDeviceCode { get; } = Flow<RedeemDeviceCode, TokenPair>.Of<RedeemDeviceCodeFlow>(fails: [Fault.InvalidGrant, Fault.ExpiredDeviceCode, Fault.SlowDown, Fault.AuthorizationPending, Fault.AccessDenied, Fault.InvalidTarget, Fault.InvalidDPoPProof, Fault.UseDPoPNonce]);
}
