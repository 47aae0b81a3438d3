using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AuthKit.Hosting;

/// <summary>In Development, mail goes to a folder unless the host says otherwise.</summary>
internal sealed class DevelopmentMail(IHostEnvironment environment) : IPostConfigureOptions<AuthKitOptions>
{
    public void PostConfigure(string? name, AuthKitOptions options)
    {
        if (environment.IsDevelopment() && options.Mail.Smtp.Host is null)
            options.Mail.PickupDirectory ??= Path.Combine(environment.ContentRootPath, "outbox");
    }
}
