using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AuthKit.Hosting;

/// <summary>Unhealthy where sign-ins fail, degraded where some do; says what is lost.</summary>
internal sealed class AuthKitHealthCheck(IServiceProvider services) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var outcome = await Flows.CheckHealth.RunAsync(services, new(), new() { ClientId = "" }, cancellationToken);
        if (outcome.Value is not { } health)
            return new(context.Registration.FailureStatus);
        if (health.Lost.Count == 0)
            return HealthCheckResult.Healthy();
        var status = health.Lost.All(static loss => loss.Partial) ? HealthStatus.Degraded : context.Registration.FailureStatus;
        return new(status, string.Join(' ', health.Lost.Select(static loss => loss.Sentence)), data: health.Lost.ToDictionary(static loss => loss.Part, static loss => (object)loss.Sentence));
    }
}
