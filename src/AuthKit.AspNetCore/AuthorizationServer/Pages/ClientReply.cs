using AuthKit.AuthorizationServer.Requests;
using AuthKit.Pages;
using AuthKit.Pages.Design;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>Sends the browser to a client with the answer.</summary>
internal static class ClientReply
{
    public static PageReply Of(PageRequest request, ClientAnswer answer) => answer.Mode switch
    {
        ResponseModes.Query => PageReply.See(PageAddresses.Add(answer.RedirectUri, answer.Fields)),
        // What can be registered has no fragment.
        ResponseModes.Fragment => PageReply.See($"{answer.RedirectUri}#{PageAddresses.Add("", answer.Fields)[1..]}"),
        ResponseModes.FormPost => Post(request, answer),
        _ => throw new InvalidOperationException($"There is no response mode '{answer.Mode}'."),
    };

    /// <summary>What is wrong, on a page from which the user goes on to the client if they like.</summary>
    public static PageReply AfterError(PageRequest request, Failure failure, ClientAnswer answer)
    {
        var told = Of(request, answer);
        var onward = told.Location is { } location ? Elements.Links(null, location, request.Texts.ContinueButton) : Form(request, answer);
        return ErrorPage.Of(request, failure, onward) with { LeadsTo = told.PostsTo };
    }

    // OAuth 2.0 Form Post Response Mode §2. The script sends the form off; whoever allows none presses the button.
    private static PageReply Post(PageRequest request, ClientAnswer answer)
    {
        var body = Html(
            $"""
            <p class="quiet">{request.Texts.FormPostText}</p>
            {Form(request, answer)}
            <script>{SubmitScript.Text}</script>
            """);
        return PageReply.Show(request.Texts.FormPostTitle, body) with { PostsTo = answer.RedirectUri };
    }

    private static Markup Form(PageRequest request, ClientAnswer answer) => Html(
        $"""
        <form method="post" action="{answer.RedirectUri}">
        {answer.Fields.Select(field => Elements.Hidden(field.Key, field.Value))}
        {Elements.Button(request.Texts.ContinueButton)}
        </form>
        """);
}
