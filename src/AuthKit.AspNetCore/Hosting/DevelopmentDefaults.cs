using AuthKit.Features.EmailConfirmation;
using AuthKit.Features.MailedCodes;
using AuthKit.Features.MyData;
using AuthKit.Pages.Passwords;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AuthKit.Hosting;

/// <summary>In Development, mail goes to a folder, its links lead to where the host listens, and clients may register themselves, unless the host says otherwise.</summary>
internal sealed class DevelopmentDefaults(IHostEnvironment environment, IConfiguration configuration) : IPostConfigureOptions<AuthKitOptions>
{
    public void PostConfigure(string? name, AuthKitOptions options)
    {
        if (!environment.IsDevelopment())
            return;
        if (options.Mail.Smtp.Host is null)
            options.Mail.PickupDirectory ??= Path.Combine(environment.ContentRootPath, "outbox");
        // The issuer may be the address of later.
        options.Mail.ResetUrl ??= ResetPage(configuration);
        options.EmailConfirmation.Url ??= PageAt(configuration, ConfirmEmailPage.Address);
        options.EmailConfirmation.UndoUrl ??= PageAt(configuration, UndoEmailChangePage.Address);
        options.MyData.UndoUrl ??= PageAt(configuration, UndoDeletionPage.Address);
        options.MailedCodes.Url ??= PageAt(configuration, MailedCodePage.Address);
        if (options.OAuth.InitialAccessTokens.Count == 0)
            options.OAuth.OpenRegistration = true;
    }

    /// <summary>AuthKit's own page, at the first address that the host is told to listen at, or Kestrel's default.</summary>
    public static Uri ResetPage(IConfiguration configuration) => PageAt(configuration, PasswordPages.Reset);

    private static Uri PageAt(IConfiguration configuration, string page)
    {
        var address = BindingAddress.Parse(configuration["urls"]?.Split(';')[0] is { Length: > 0 } first ? first : "http://localhost:5000");
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        return new($"{address.Scheme}://{host}:{address.Port}{page}");
    }
}
