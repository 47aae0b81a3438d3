using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.Webhooks;

/// <summary>In Development, endpoints may be on this machine, and without https.</summary>
internal sealed class WebhookDevelopment(IHostEnvironment? environment = null) : IPostConfigureOptions<AuthKitOptions>
{
    public void PostConfigure(string? name, AuthKitOptions options) => options.Webhooks.InDevelopment = environment?.IsDevelopment() == true;
}
