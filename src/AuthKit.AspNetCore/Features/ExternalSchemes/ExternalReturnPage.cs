using AuthKit.AuthorizationServer.Pages;
using AuthKit.External;
using AuthKit.Pages;
using AuthKit.Pages.Texts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>Where the browser comes to from a provider's handler: it is signed in to the pages, or goes back to the client with a code.</summary>
internal sealed class ExternalReturnPage() : Page(Address)
{
    public const string Address = "/external-sign-in/return";

    public override IReadOnlyList<string> Methods { get; } = [HttpMethods.Get];

    public override async Task<PageReply> AnswerAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var http = request.Http;
        var handed = await http.AuthenticateAsync(ExternalCookie.Scheme);
        if (!handed.Succeeded || ExternalJourney.Read(handed.Properties) is not { } journey)
            return ExternalSignInLinks.Refuse(request, request.Texts.ExpiredTitle, request.Texts.ExpiredText);
        await http.SignOutAsync(ExternalCookie.Scheme);
        var scheme = http.RequestServices.GetRequiredService<KnownSchemes>().Of(journey.Provider);
        // An identity is one of the scheme whose handler has checked it, whatever the sign-in began with.
        var identity = journey.Error is null && scheme is not null && journey.Scheme == scheme.Name ? ExternalPrincipal.Read(handed.Principal, scheme) : null;
        if (journey.Address is { } address)
            return await GoBackAsync(request, journey, address, identity, cancellationToken);
        if (journey.LinksFor is { } session)
            return identity is null ? ExternalLinking.Refuse(request, request.Texts.ExternalRefusedText.With("provider", scheme?.DisplayName ?? journey.Provider)) : await ExternalLinking.AddAsync(request, identity, session, cancellationToken);
        if (identity is null)
            return ExternalSignInLinks.Refuse(request, request.Texts.ExternalRefusedTitle, request.Texts.ExternalRefusedText.With("provider", scheme?.DisplayName ?? journey.Provider));
        return await SignInAsync(request, identity, cancellationToken);
    }

    private static async Task<PageReply> GoBackAsync(PageRequest request, ExternalJourney journey, string address, ExternalIdentity? identity, CancellationToken cancellationToken)
    {
        var state = new KeyValuePair<string, string?>("state", journey.State);
        return identity is not null && (await request.RunAsync(ExternalSchemeFlows.Issue, new(identity, journey.CodeChallenge), cancellationToken)).Succeeded(out var issued, out _)
            ? PageReply.See(PageAddresses.Add(address, new("code", issued.Code), state))
            : PageReply.See(PageAddresses.Add(address, new("error", journey.Error ?? ExternalErrors.Failed), state));
    }

    private static async Task<PageReply> SignInAsync(PageRequest request, ExternalIdentity identity, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        await WaitingClient.HeedAsync(request, request.ReturnUrl, cancellationToken);
        var command = new SignInBrowserExternally(identity) { SignedIn = request.Accounts.All };
        if ((await request.RunAsync(ExternalSchemeFlows.SignInBrowser, command, cancellationToken)).Succeeded(out var browser, out var failure))
        {
            await request.Http.SignInBrowserAsync(browser, request.ReturnUrl);
            return PageReply.See(request.ReturnUrl ?? request.Addresses.Of(OAuthPages.SignIn));
        }

        if (await SecondFactorPage.AfterAsync(request, failure, cancellationToken) is { } next)
            return next;
        if (failure.Fault.Is(Fault.LinkRequired))
            return ExternalSignInLinks.Refuse(request, texts.ExternalLinkTitle, texts.ExternalLinkText);
        if (failure.Fault == ExternalSchemeFaults.TenantNamed)
            return ExternalSignInLinks.Refuse(request, texts.ExternalRefusedTitle, texts.ExternalTenantText);
        return failure.Fault == ExternalSchemeFaults.AddressMissing
            ? ExternalSignInLinks.Refuse(request, texts.ExternalRefusedTitle, texts.ExternalAddressText)
            : ErrorPage.Of(request, failure, ExternalSignInLinks.Of(request));
    }
}
