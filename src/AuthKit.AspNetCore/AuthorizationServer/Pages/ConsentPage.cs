using AuthKit.Pages;
using Microsoft.AspNetCore.Http;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>Takes what the user said on the page of consent, AuthKit's or the host's.</summary>
internal sealed class ConsentPage() : Page(OAuthPages.Consent)
{
    public override IReadOnlyList<string> Methods { get; } = [HttpMethods.Post];

    public override async Task<PageReply> AnswerAsync(PageRequest request, CancellationToken cancellationToken) =>
        request.ReturnUrl is { } asked && request.Addresses.IsOf(OAuthPages.Authorize, asked) && Decisions.Read(request) is { } decision
            ? await AuthorizationAnswer.CreateAsync(request, asked, decision, cancellationToken)
            : ErrorPage.Of(request, new(Fault.Malformed));
}
