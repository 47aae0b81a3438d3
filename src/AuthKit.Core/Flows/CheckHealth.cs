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

public static partial class Flows
{
    /// <summary>Asks whether the home database answers.</summary>
    public static Flow<CheckHealth, Unit> CheckHealth { get; } = Flow<CheckHealth, Unit>.Of<CheckHealthFlow>();
}
