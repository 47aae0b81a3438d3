using AuthKit.Pages;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>The authorization endpoint (RFC 6749 §3.1).</summary>
internal sealed class AuthorizePage() : Page(OAuthPages.Authorize)
{
    public override bool IsDestination => true;

    // Clients may post (OpenID Connect Core 1.0 §3.1.2.1), and nothing is decided by it.
    public override bool IsGuarded(PageRequest request) => false;

    public override bool MayRepeat(string field) => field.Equals("resource", StringComparison.OrdinalIgnoreCase);

    // What another site posts comes without the cookie; what the browser then asks for itself comes with it.
    public override Task<PageReply> AnswerAsync(PageRequest request, CancellationToken cancellationToken) => request.IsPost
        ? Task.FromResult(PageReply.See(request.Addresses.Of(Path, request.Posted)))
        : AuthorizationAnswer.CreateAsync(request, request.Addresses.Current, decision: null, cancellationToken);
}
