using System.Text.Json;
using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Devices;
using AuthKit.Events;
using AuthKit.Grants;
using AuthKit.Tokens;

namespace AuthKit.AuthorizationServer;

/// <summary>Tells which device a code that a person typed would let in (RFC 8628 §3.3).</summary>
/// <param name="UserCode">What was typed.</param>
public sealed record FindDevice(string? UserCode) : Command;

/// <summary>A device that wants to be let in.</summary>
/// <param name="ClientName">What its client calls itself.</param>
/// <param name="Scopes">The values of the scope that it would get.</param>
public sealed record WaitingDevice(string ClientName, IReadOnlyList<string> Scopes)
{
    /// <summary>The authorization details that it would get, an array of what their types have granted (RFC 9396 §5); null for none.</summary>
    public JsonElement? AuthorizationDetails { get; init; }

    /// <summary>For how long an access lasts that is not kept; null where the host says nothing of this client.</summary>
    public TimeSpan? AccessTokenLifetime { get; init; }

    /// <summary>For how long one lasts that is kept; null where the host says nothing of this client.</summary>
    public TimeSpan? SessionLifetime { get; init; }
}

internal sealed class FindDeviceFlow(DeviceCodes codes, ClientRegistry clients, IEvents events) : IFlow<FindDevice, WaitingDevice>
{
    public async Task<Outcome<WaitingDevice>> RunAsync(FindDevice command, FlowContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(command.UserCode))
            return Failure.Of(Field.Code, Rule.Required);
        if (await codes.FindAskedAsync(command.UserCode, cancellationToken) is not { } grant || await clients.FindAsync(grant.ClientId, cancellationToken) is not { } client)
        {
            await events.RaiseAsync(context, new TokenRefused(TokenKinds.UserCode, TokenRefusals.Invalid), cancellationToken);
            return Fault.InvalidGrant;
        }

        var asked = GrantData.Read<DeviceCodes.Asked>(grant);
        return new WaitingDevice(client.DisplayName, Scopes.Split(asked.Scope))
        {
            AuthorizationDetails = asked.AuthorizationDetails,
            AccessTokenLifetime = client.AccessTokenLifetime,
            SessionLifetime = client.SessionLifetime,
        };
    }
}

public static partial class OAuthFlows
{
    /// <summary>Tells which device a code that a person typed would let in.</summary>
    public static Flow<FindDevice, WaitingDevice> FindDevice { get; } = Flow<FindDevice, WaitingDevice>.Of<FindDeviceFlow>(takesCredentials: true);
}
