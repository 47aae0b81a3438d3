using AuthKit.AuthorizationServer.Clients;
using AuthKit.AuthorizationServer.Details;
using AuthKit.AuthorizationServer.Devices;
using AuthKit.Tokens;
using Microsoft.Extensions.Options;

namespace AuthKit.AuthorizationServer;

/// <summary>Gives a device without a browser the codes to be let in with (RFC 8628 §3.1).</summary>
/// <param name="Client">The client.</param>
/// <param name="Scope">The scope asked for.</param>
public sealed record AuthorizeDevice(ClientCredentials Client, string? Scope) : Command
{
    /// <summary>The interfaces that tokens may be for (RFC 8707 §2); empty for those that the scope belongs to.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>The authorization details asked for (RFC 9396 §2), a JSON array; null for none.</summary>
    public string? AuthorizationDetails { get; init; }
}

/// <summary>A device's codes (RFC 8628 §3.2).</summary>
/// <param name="DeviceCode">What the device asks with.</param>
/// <param name="UserCode">What the person types.</param>
/// <param name="ExpiresIn">For how long both are valid, in seconds.</param>
/// <param name="Interval">How long the device waits between two questions, in seconds.</param>
public sealed record DeviceAuthorization(string DeviceCode, string UserCode, int ExpiresIn, int Interval)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(DeviceAuthorization);
}

internal sealed class AuthorizeDeviceFlow(ClientRegistry clients, ScopePolicy scopes, ResourcePolicy resources, AuthorizationDetailsValidator details, DeviceCodes codes, IOptions<AuthKitOptions> options) : IFlow<AuthorizeDevice, DeviceAuthorization>
{
    public async Task<Outcome<DeviceAuthorization>> RunAsync(AuthorizeDevice command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await clients.AuthenticateAsync(command.Client, GrantTypes.DeviceCode, context, cancellationToken)).Succeeded(out var client, out var failure))
            return failure;
        var scope = scopes.ForUser(client, command.Scope ?? resources.ScopeOf(command.Resources));
        if (command.Scope is { } asked && (asked.Length > Scopes.MaxTotal || scope.Length == 0))
            return Fault.InvalidScope;
        if (!resources.Grant(command.Resources, scope).Succeeded(out var granted, out failure))
            return failure;
        if (!(await details.ValidateAsync(command.AuthorizationDetails, client, cancellationToken)).Succeeded(out var detailed, out failure))
            return failure;
        var (deviceCode, userCode) = await codes.AddAsync(client, granted, detailed, cancellationToken);
        var settings = options.Value.OAuth;
        return new DeviceAuthorization(deviceCode, userCode, (int)settings.DeviceCodeLifetime.TotalSeconds, (int)Math.Ceiling(settings.DevicePollInterval.TotalSeconds));
    }
}

public static partial class OAuthFlows
{
    /// <summary>Gives a device without a browser the codes to be let in with.</summary>
    public static Flow<AuthorizeDevice, DeviceAuthorization> AuthorizeDevice { get; } = Flow<AuthorizeDevice, DeviceAuthorization>.Of<AuthorizeDeviceFlow>(keepsRequests: true, fails: [Fault.InvalidScope, Fault.InvalidTarget, Fault.InvalidAuthorizationDetails]);
}
