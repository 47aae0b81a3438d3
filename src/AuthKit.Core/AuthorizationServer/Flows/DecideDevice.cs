using AuthKit.AuthorizationServer.Browsers;
using AuthKit.AuthorizationServer.Devices;

namespace AuthKit.AuthorizationServer;

/// <summary>Lets a device in, or keeps it out (RFC 8628 §3.3).</summary>
/// <param name="UserCode">The code that the person typed.</param>
/// <param name="Browser">Who decides.</param>
/// <param name="Allowed">What they decide.</param>
public sealed record DecideDevice(string? UserCode, BrowserSession? Browser, bool Allowed) : Command;

internal sealed class DecideDeviceFlow(DeviceCodes codes, BrowserSessions browsers) : IFlow<DecideDevice, Unit>
{
    public async Task<Outcome<Unit>> RunAsync(DecideDevice command, FlowContext context, CancellationToken cancellationToken)
    {
        if (command.Browser is not { } browser || await browsers.FindAsync(browser, cancellationToken) is not { } session)
            return Fault.LoginRequired;
        return await codes.FindAskedAsync(command.UserCode, cancellationToken) is { } asked && await codes.DecideAsync(asked, browser, session.CredentialVersion, command.Allowed, cancellationToken)
            ? Unit.Value
            : Fault.InvalidGrant;
    }
}

public static partial class OAuthFlows
{
    /// <summary>Lets a device in, or keeps it out.</summary>
    public static Flow<DecideDevice, Unit> DecideDevice { get; } = Flow<DecideDevice, Unit>.Of<DecideDeviceFlow>(takesCredentials: true);
}
