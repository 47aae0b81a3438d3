using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AuthKit.AuthorizationServer;
using AuthKit.AuthorizationServer.Pages;
using AuthKit.External;
using AuthKit.Features.AccountPage;
using AuthKit.Pages;
using AuthKit.Pages.Design;
using AuthKit.Pages.Parts;
using Microsoft.AspNetCore.Http;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>The end of what began on the account page: an identity that a provider has just told is linked to the account that went there.</summary>
internal static class ExternalLinking
{
    private const int VerifierBytes = 32;

    public static async Task<PageReply> AddAsync(PageRequest request, ExternalIdentity identity, string sessionId, CancellationToken cancellationToken)
    {
        // Whoever is signed in by now has to be who went.
        if (request.Browser is not { } browser || $"{browser.SessionId}" != sessionId)
            return Refuse(request, request.Texts.ExpiredText);
        if (!(await request.RunAsync(OAuthFlows.OpenBrowserAccess, new(browser), cancellationToken)).Succeeded(out var access, out var failure))
            return failure.Fault.Is(Fault.LoginRequired) ? AuthorizationAnswer.SignIn(request, AddressOf(request)) : ErrorPage.Of(request, failure);
        var asked = new PartRequest(request, access);
        var verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(VerifierBytes));
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        if (!(await asked.RunAsync(ExternalSchemeFlows.Issue, new(identity, challenge), cancellationToken)).Succeeded(out var issued, out failure))
            return ErrorPage.Of(request, failure);
        if ((await asked.RunAsync(ExternalSchemeFlows.Add, new(asked.AccessToken, issued.Code, verifier), cancellationToken)).Succeeded(out _, out failure))
            return PageReply.See(AddressOf(request, done: "link"));
        return failure.Fault == ExternalSchemeFaults.IdentityTaken ? Refuse(request, request.Texts.ExternalTaken)
            : failure.Fault.Is(Fault.ProofRequired) ? Refuse(request, request.Texts.ProofSignInLead)
            : ErrorPage.Of(request, failure);
    }

    /// <summary>Nothing was linked.</summary>
    public static PageReply Refuse(PageRequest request, string sentence) => PageReply.Show(
        request.Texts.ExternalTitle,
        Html($"{Elements.Alert(sentence)}{Elements.Links(null, AddressOf(request), request.Texts.MyAccountLink)}")) with { Status = StatusCodes.Status400BadRequest };

    private static string AddressOf(PageRequest request, string? done = null) =>
        request.Addresses.Of(MyAccountPage.Address, [new(PartMarkup.Part, ExternalLoginPart.PartName), new("done", done), new("ui_locales", request.Locales)]);
}
