using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AuthKit.Hosting;

/// <summary>Healthy while the home database answers.</summary>
internal sealed class AuthKitHealthCheck(IServiceProvider services) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var outcome = await Flows.CheckHealth.RunAsync(services, new(), new() { ClientId = "" }, cancellationToken);
        return outcome.Succeeded(out _, out _)
            ? HealthCheckResult.Healthy()
            : new(context.Registration.FailureStatus, "The home database does not answer.");
    }
}
