using AuthKit.AuthorizationServer.Browsers;
using AuthKit.AuthorizationServer.Devices;
using AuthKit.Events;
using AuthKit.Grants;

namespace AuthKit.AuthorizationServer;

/// <summary>Lets a device in, or keeps it out (RFC 8628 §3.3).</summary>
/// <param name="UserCode">The code that the person typed.</param>
/// <param name="Browser">Who decides.</param>
/// <param name="Allowed">What they decide.</param>
public sealed record DecideDevice(string? UserCode, BrowserSession? Browser, bool Allowed) : Command;

internal sealed class DecideDeviceFlow(DeviceCodes codes, BrowserSessions browsers, IEvents events) : IFlow<DecideDevice, Unit>
{
    public async Task<Outcome<Unit>> RunAsync(DecideDevice command, FlowContext context, CancellationToken cancellationToken)
    {
        if (command.Browser is not { } browser || await browsers.FindAsync(browser, cancellationToken) is not { } session)
            return Fault.LoginRequired;
        if (await codes.FindAskedAsync(command.UserCode, cancellationToken) is not { } asked || !await codes.DecideAsync(asked, browser, session, command.Allowed, cancellationToken))
        {
            await events.RaiseAsync(context, new TokenRefused(TokenKinds.UserCode, TokenRefusals.Invalid) { UserId = browser.UserId, Tenant = browser.Tenant, SessionId = browser.SessionId }, cancellationToken);
            return Fault.InvalidGrant;
        }

        await events.RaiseAsync(context, DecisionOf(asked, browser, command.Allowed), cancellationToken);
        return Unit.Value;
    }

    private static AuthEvent DecisionOf(Grant asked, BrowserSession browser, bool allowed)
    {
        var scope = GrantData.Read<DeviceCodes.Asked>(asked).Scope;
        return allowed
            ? new DeviceApproved(scope) { UserId = browser.UserId, Tenant = browser.Tenant, SessionId = browser.SessionId, ClientId = asked.ClientId }
            : new DeviceDenied(scope) { UserId = browser.UserId, Tenant = browser.Tenant, SessionId = browser.SessionId, ClientId = asked.ClientId };
    }
}

public static partial class OAuthFlows
{
    /// <summary>Lets a device in, or keeps it out.</summary>
    public static Flow<DecideDevice, Unit> DecideDevice { get; } = Flow<DecideDevice, Unit>.Of<DecideDeviceFlow>(takesCredentials: true);
}
