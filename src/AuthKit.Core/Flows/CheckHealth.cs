using AuthKit.Databases;
using AuthKit.Records;

namespace AuthKit;

/// <summary>Asks whether the home database answers.</summary>
public sealed record CheckHealth : Command;

internal sealed class CheckHealthFlow(HomeDatabase home) : IFlow<CheckHealth, Unit>
{
    public async Task<Outcome<Unit>> RunAsync(CheckHealth command, FlowContext context, CancellationToken cancellationToken)
    {
        try
        {
            await (await home.GetAsync(cancellationToken)).PingAsync(cancellationToken);
            return Unit.Value;
        }
        catch (StoreUnavailableException)
        {
            return Fault.StoreUnavailable;
        }
    }
}
