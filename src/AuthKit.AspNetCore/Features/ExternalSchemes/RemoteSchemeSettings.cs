using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Authentication.OAuth.Claims;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>
/// Settings of every remote scheme: it signs in to AuthKit's cookie, unless the host has it sign in to another, and what goes wrong at the
/// provider is told by a page. The container makes one for each type of options of a remote handler, and for no other.
/// </summary>
/// <typeparam name="TOptions">The options of a handler.</typeparam>
internal sealed class RemoteSchemeSettings<TOptions>(SeenSchemes seen, ILogger<RemoteSchemeSettings<TOptions>> logger) : IConfigureNamedOptions<TOptions>, IPostConfigureOptions<TOptions>
    where TOptions : RemoteAuthenticationOptions
{
    public void Configure(TOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, TOptions options)
    {
        options.SignInScheme ??= ExternalCookie.Scheme;
        if (options is OAuthOptions oauth)
            oauth.UsePkce = true;
        if (HandlerSettings.Find(options, "ClaimActions") is not ClaimActionCollection claims)
            return;
        // What the handlers do not take from what a provider tells of somebody.
        claims.Add(new ToldClaim("email_verified"));
        claims.Add(new ToldClaim("hd"));
    }

    public void PostConfigure(string? name, TOptions options)
    {
        if (name is null || options.SignInScheme != ExternalCookie.Scheme)
            return;
        seen.Add(name, options);
        if (options.Events is not { } events)
            return;
        var (denied, failed) = (events.OnAccessDenied, events.OnRemoteFailure);
        events.OnAccessDenied = async context =>
        {
            await denied(context);
            if (context.Result is not null || context.AccessDeniedPath.HasValue)
                return;
            context.Response.Redirect(await AnswerAsync(context, context.Properties, ExternalErrors.Denied));
            context.HandleResponse();
        };
        events.OnRemoteFailure = async context =>
        {
            await failed(context);
            if (context.Result is not null)
                return;
            logger.RemoteFailed(context.Scheme.Name, context.Failure?.GetType().Name);
            context.Response.Redirect(await AnswerAsync(context, context.Properties, ExternalErrors.Failed));
            context.HandleResponse();
        };
    }

    private static async Task<string> AnswerAsync(BaseContext<RemoteAuthenticationOptions> context, AuthenticationProperties? properties, string error)
    {
        // Without a state that is this server's, nothing is known of what was wanted.
        if (ExternalJourney.Read(properties) is null || properties!.RedirectUri is not { } next)
            return $"{context.Request.PathBase}{ExternalReturnPage.Address}";
        await ExternalJourney.FailAsync(context.HttpContext, properties, error);
        return next;
    }
}
