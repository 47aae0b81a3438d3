using AuthKit.AuthorizationServer.Pages;
using AuthKit.Pages;
using AuthKit.Tenants;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>Sends the browser to another provider: for the pages of this server, or for a client of one of the contracts.</summary>
internal sealed class ExternalStartPage() : Page(Address)
{
    public const string Address = "/external-sign-in";

    public const string Provider = "provider";
    public const string ReturnAddress = "return_address";
    public const string CodeChallenge = "code_challenge";
    public const string State = "state";

    /// <summary>See <see cref="LinkTickets"/>.</summary>
    public const string Link = "link";

    public override IReadOnlyList<string> Methods { get; } = [HttpMethods.Get];

    /// <summary>The page for a provider, below the root of the pages.</summary>
    public static string AddressOf(KnownScheme scheme) => $"{Address}?{Provider}={Uri.EscapeDataString(scheme.Provider)}";

    public override async Task<PageReply> AnswerAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var services = request.Http.RequestServices;
        var known = services.GetRequiredService<KnownSchemes>();
        var start = new StartExternalSignIn(request.Query(Provider), request.Query(ReturnAddress), request.Query(CodeChallenge), request.Query(State));
        var isForPages = request.Http.Request.Query.Keys.All(static name => name is not (ReturnAddress or CodeChallenge));
        BrokenRule[] broken = isForPages ? [] : [.. start.Check(known, services.GetRequiredService<IOptions<ExternalSchemeOptions>>().Value)];
        // Nobody is sent to an address that is not listed, not even to be told that it is not.
        if (broken.Length > 0 || known.Of(start.Provider) is not { } scheme)
            return ErrorPage.Of(request, new(Fault.Invalid, broken), ExternalSignInLinks.Of(request));
        if (request.Context.TenantHint is not (null or Tenant.Home))
            return ExternalSignInLinks.Refuse(request, request.Texts.ExternalRefusedTitle, request.Texts.ExternalTenantText);
        if (!isForPages)
            return await SendAsync(request, scheme, new(scheme.Provider) { Address = start.ReturnAddress, CodeChallenge = start.CodeChallenge, State = start.State });
        if (!ExternalSignInLinks.SignsIn(request))
            return ErrorPage.Of(request, new(Fault.NotFound));
        if (request.Query(Link) is { } ticket)
        {
            return services.GetRequiredService<LinkTickets>().IsGood(ticket, scheme, request.Browser)
                ? await SendAsync(request, scheme, new(scheme.Provider) { LinksFor = $"{request.Browser!.SessionId}" })
                : ExternalLinking.Refuse(request, request.Texts.ExpiredText);
        }

        return IsFromElsewhere(request)
            ? PageReply.See(request.Addresses.Of(OAuthPages.SignIn, ExternalSignInLinks.Back(request)))
            : await SendAsync(request, scheme, new(scheme.Provider));
    }

    /// <summary>
    /// Whether another site has made the browser come: whoever is to sign in says so on a page of this one (login CSRF). A sign-in page of the
    /// host's own may be anywhere.
    /// </summary>
    private static bool IsFromElsewhere(PageRequest request) =>
        request.Options.SignInPage is null && request.Http.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";

    private static async Task<PageReply> SendAsync(PageRequest request, KnownScheme scheme, ExternalJourney journey)
    {
        var http = request.Http;
        try
        {
            var back = request.Addresses.Of(ExternalReturnPage.Address, ExternalSignInLinks.Back(request));
            await http.ChallengeAsync(scheme.Name, journey.ToProperties(back));
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException && !http.RequestAborted.IsCancellationRequested)
        {
            // The provider's description of itself could not be had, for one.
            http.RequestServices.GetRequiredService<ILogger<ExternalStartPage>>().RemoteFailed(scheme.Name, e.GetType().Name);
            return ErrorPage.Of(request, new(Fault.ProviderUnavailable) { RetryAfter = TimeSpan.FromSeconds(1) }, ExternalSignInLinks.Of(request));
        }

        return http.Response.Headers.Location is [{ Length: > 0 } provider] ? PageReply.See(provider) : ErrorPage.Of(request, new(Fault.Unexpected));
    }
}
