using AuthKit.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds AuthKit to a host's health checks.</summary>
public static class AuthKitHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds two checks. <c>authkit-live</c>, tagged <c>live</c>, is healthy while the process answers: to start a node anew mends
    /// no database. <c>authkit</c>, tagged <c>ready</c>, says what is lost of what sign-ins need: the home database, room to
    /// write, the schema, the key ring. Its data has a sentence for each, under <c>database</c>, <c>disk</c>, <c>schema</c>,
    /// <c>keys</c> and <c>directory</c>.
    /// </summary>
    public static IHealthChecksBuilder AddAuthKit(this IHealthChecksBuilder builder) => builder
        .AddCheck("authkit-live", static () => HealthCheckResult.Healthy(), tags: ["live"])
        .AddCheck<AuthKitHealthCheck>("authkit", tags: ["ready"]);
}
