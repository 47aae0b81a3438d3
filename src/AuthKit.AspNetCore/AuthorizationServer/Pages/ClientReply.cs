using AuthKit.AuthorizationServer.Requests;
using AuthKit.Pages;
using AuthKit.Pages.Design;
using static AuthKit.Pages.Design.Markup;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>The answer to a client (RFC 6749 §4.1.2), by the request's <c>response_mode</c>.</summary>
internal static class ClientReply
{
    public static PageReply Of(PageRequest request, AuthorizationGranted granted, params IEnumerable<KeyValuePair<string, string?>> answer) =>
        Of(request, granted.ResponseMode, granted.RedirectUri, granted.State, answer);

    public static PageReply Of(PageRequest request, IdTokenGranted granted, params IEnumerable<KeyValuePair<string, string?>> answer) =>
        Of(request, granted.ResponseMode, granted.RedirectUri, granted.State, answer);

    public static PageReply Of(PageRequest request, AuthorizationRefused refused, params IEnumerable<KeyValuePair<string, string?>> answer) =>
        Of(request, refused.ResponseMode, refused.RedirectUri, refused.State, answer);

    /// <summary>What is wrong, on a page from which the user goes on to the client if they like.</summary>
    public static PageReply AfterError(PageRequest request, AuthorizationRefused refused, params IEnumerable<KeyValuePair<string, string?>> answer)
    {
        var told = Of(request, refused, answer);
        var onward = told.Location is { } location ? Elements.Links(null, location, request.Texts.ContinueButton) : Form(request, refused.RedirectUri, Told(request, refused.State, answer));
        return ErrorPage.Of(request, refused.Failure, onward) with { LeadsTo = told.PostsTo };
    }

    private static PageReply Of(PageRequest request, string mode, string redirectUri, string? state, IEnumerable<KeyValuePair<string, string?>> answer)
    {
        var told = Told(request, state, answer);
        return mode switch
        {
            ResponseModes.Query => PageReply.See(PageAddresses.Add(redirectUri, told)),
            // What can be registered has no fragment.
            ResponseModes.Fragment => PageReply.See($"{redirectUri}#{PageAddresses.Add("", told)[1..]}"),
            ResponseModes.FormPost => Post(request, redirectUri, told),
            _ => throw new InvalidOperationException($"There is no response mode '{mode}'."),
        };
    }

    // The issuer against mix-up (RFC 9207 §2).
    private static KeyValuePair<string, string?>[] Told(PageRequest request, string? state, IEnumerable<KeyValuePair<string, string?>> answer) =>
        [.. answer, .. state is null ? [] : new KeyValuePair<string, string?>[] { new("state", state) }, new("iss", request.AuthKit.Issuer)];

    // OAuth 2.0 Form Post Response Mode §2. The script sends the form off; whoever allows none presses the button.
    private static PageReply Post(PageRequest request, string redirectUri, IEnumerable<KeyValuePair<string, string?>> told)
    {
        var body = Html(
            $"""
            <p class="quiet">{request.Texts.FormPostText}</p>
            {Form(request, redirectUri, told)}
            <script>{SubmitScript.Text}</script>
            """);
        return PageReply.Show(request.Texts.FormPostTitle, body) with { PostsTo = redirectUri };
    }

    private static Markup Form(PageRequest request, string redirectUri, IEnumerable<KeyValuePair<string, string?>> told) => Html(
        $"""
        <form method="post" action="{redirectUri}">
        {told.Select(field => Elements.Hidden(field.Key, field.Value))}
        {Elements.Button(request.Texts.ContinueButton)}
        </form>
        """);
}
