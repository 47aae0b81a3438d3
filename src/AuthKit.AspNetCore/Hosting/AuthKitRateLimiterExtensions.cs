using System.Threading.RateLimiting;
using AuthKit.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets a host count requests per address in its own way.</summary>
public static class AuthKitRateLimiterExtensions
{
    /// <summary>
    /// Counts requests by a limiter of the host's own, which may keep its counts where all nodes see them, in place of AuthKit's,
    /// which counts per address in each process. <see cref="AuthKit.RateLimitOptions.Enabled"/> stands; the other rate limits do not.
    /// </summary>
    /// <param name="builder">What <c>AddAuthKit</c> returned.</param>
    /// <param name="limiter">
    /// The limiter. It is asked for a permit of every request that takes credentials or has a row kept for it, for one more where a
    /// client failed to prove who it is, and for none to see whether there are any left. AuthKit does not dispose of it.
    /// </param>
    public static AuthKitBuilder UseRateLimiter(this AuthKitBuilder builder, PartitionedRateLimiter<HttpContext> limiter)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(limiter);
        builder.Services.Replace(ServiceDescriptor.Singleton(new HostRateLimiter(limiter)));
        return builder;
    }
}
