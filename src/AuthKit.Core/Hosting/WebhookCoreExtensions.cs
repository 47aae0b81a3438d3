using AuthKit.Databases;
using AuthKit.Events;
using AuthKit.Features.Webhooks;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers webhooks.</summary>
public static class WebhookCoreExtensions
{
    /// <summary>
    /// Has endpoints told of events over HTTP, signed (Standard Webhooks), at least once. Messages wait in the home database. It is
    /// idempotent, but for what <paramref name="configure"/> adds.
    /// </summary>
    /// <param name="builder">What <c>AddAuthKit</c> returned.</param>
    /// <param name="configure">Names the endpoints.</param>
    public static AuthKitBuilder AddWebhooks(this AuthKitBuilder builder, Action<WebhookOptions>? configure = null)
    {
        var services = builder.Services;
        if (configure is not null)
            services.Configure<AuthKit.AuthKitOptions>(options => configure(options.Webhooks));
        services.TryAddSingleton<WebhookLanes>();
        services.TryAddSingleton<WebhookDelivery>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEventRecorder, WebhookRecorder>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISweepable, WebhookSweep>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, WebhookSender>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<AuthKit.AuthKitOptions>, WebhookDevelopment>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuthKit.AuthKitOptions>, WebhookValidator>());
        services.AddWebhookHttp();
        return builder.AddSchema(WebhookSchema.Current);
    }
}
