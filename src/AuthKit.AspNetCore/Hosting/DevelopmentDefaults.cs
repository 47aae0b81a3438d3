using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AuthKit.Hosting;

/// <summary>In Development, mail goes to a folder and clients may register themselves, unless the host says otherwise.</summary>
internal sealed class DevelopmentDefaults(IHostEnvironment environment) : IPostConfigureOptions<AuthKitOptions>
{
    public void PostConfigure(string? name, AuthKitOptions options)
    {
        if (!environment.IsDevelopment())
            return;
        if (options.Mail.Smtp.Host is null)
            options.Mail.PickupDirectory ??= Path.Combine(environment.ContentRootPath, "outbox");
        if (!options.Issuer.StartsWith("http", StringComparison.Ordinal))
            options.Mail.ResetUrl ??= new("http://localhost/reset-password");
        if (options.OAuth.InitialAccessTokens.Count == 0)
            options.OAuth.OpenRegistration = true;
    }
}
