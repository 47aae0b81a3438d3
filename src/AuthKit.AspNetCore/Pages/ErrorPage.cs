using AuthKit.Pages.Design;
using AuthKit.Pages.Texts;
using Microsoft.AspNetCore.Http;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.Pages;

/// <summary>What is shown where nothing else can be.</summary>
internal static class ErrorPage
{
    /// <summary>A sentence for the user, and below it the code and the contract's own sentence for whoever looks after the application.</summary>
    /// <param name="request">The request for a page.</param>
    /// <param name="failure">What went wrong.</param>
    /// <param name="onward">A way on, where there is one.</param>
    public static PageReply Of(PageRequest request, Failure failure, Markup? onward = null)
    {
        var said = request.Contract.Phrases.Say(failure);
        var body = Html(
            $"""
            <p>{request.Texts.Of(failure.Fault)}</p>
            <p class="detail"><code>{failure.Fault.OAuthError}</code> <span lang="en" dir="ltr">{said.Message}</span></p>
            {onward}
            """);
        return PageReply.Show(request.Texts.ErrorTitle, body) with { Status = StatusOf(said.Status), Failure = failure };
    }

    /// <summary>The form did not come from a page that this browser was shown, or not from one that still counts.</summary>
    public static PageReply Expired(PageRequest request)
    {
        var again = request.ReturnUrl ?? request.Addresses.Of(request.Page.Path);
        var body = Html($"<p>{request.Texts.ExpiredText}</p>{Elements.Links(null, again, request.Texts.StartOverLink)}");
        return PageReply.Show(request.Texts.ExpiredTitle, body) with { Status = StatusCodes.Status400BadRequest };
    }

    // A 401 would have to say how to authenticate (RFC 9110 §15.5.2), and a browser is told so by pages alone.
    private static int StatusOf(int status) => status is StatusCodes.Status401Unauthorized ? StatusCodes.Status400BadRequest : status;
}
