using AuthKit.Pages;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuthKit.Security;

/// <summary>
/// The policies of a host that has CORS middleware of its own (<c>UseCors</c>). What they allow is theirs to write; what they do not,
/// AuthKit's routes may allow beside them. AuthKit's pages are open to no other origin, whatever the host's default says.
/// </summary>
internal sealed class HostCorsPolicies(ICorsPolicyProvider ofHost) : ICorsPolicyProvider
{
    public static void Add(IServiceCollection services)
    {
        services.AddCors();
        services.TryAddSingleton<CorsReplies>();
        if (services.Any(static service => service.ImplementationFactory?.Target is Wrapping))
            return;
        var registered = services.Last(static service => service.ServiceType == typeof(ICorsPolicyProvider));
        services.Replace(new ServiceDescriptor(typeof(ICorsPolicyProvider), new Wrapping(registered).Create, registered.Lifetime));
    }

    public async Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<PageEndpoint>() is not null)
            return null;
        var policy = await ofHost.GetPolicyAsync(context, policyName);
        if (metadata?.GetMetadata<CorsRoute>() is not { } route || !CorsReplies.AreAsked(context.Request))
            return policy;
        if (policy is not null && (policy.AllowAnyOrigin || policy.IsOriginAllowed(context.Request.Headers.Origin.ToString())))
        {
            context.Features.Set(CorsReplies.AllowedByHost.Instance);
            return policy;
        }

        return CorsReplies.IsPreflight(context.Request) ? await CorsReplies.OfPreflightAsync(context, route) ?? policy : policy;
    }

    private sealed class Wrapping(ServiceDescriptor registered)
    {
        public ICorsPolicyProvider Create(IServiceProvider services) => new HostCorsPolicies(OfHost(services));

        private ICorsPolicyProvider OfHost(IServiceProvider services) => (ICorsPolicyProvider)(registered.ImplementationInstance
            ?? registered.ImplementationFactory?.Invoke(services)
            ?? ActivatorUtilities.CreateInstance(services, registered.ImplementationType!));
    }
}
