using AuthKit.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds AuthKit to a host's health checks.</summary>
public static class AuthKitHealthChecksBuilderExtensions
{
    /// <summary>Adds the check <c>authkit</c>: healthy while the home database answers.</summary>
    public static IHealthChecksBuilder AddAuthKit(this IHealthChecksBuilder builder) => builder.AddCheck<AuthKitHealthCheck>("authkit");
}
