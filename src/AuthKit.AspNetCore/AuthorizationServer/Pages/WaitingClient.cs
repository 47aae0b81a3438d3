using AuthKit.AuthorizationServer.Requests;
using AuthKit.Pages;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>The client that waits behind a page, where one does.</summary>
/// <param name="Name">What it calls itself; null where it is in no position to be named.</param>
/// <param name="RedirectUri">Where the browser will be sent in the end.</param>
internal sealed record WaitingClient(string? Name, string RedirectUri)
{
    /// <summary>Whom it expects to sign in (OpenID Connect Core 1.0 §3.1.2.1).</summary>
    public string? LoginHint { get; private init; }

    /// <summary>Asks as if nobody were signed in, which answers nothing and uses nothing up.</summary>
    public static async Task<WaitingClient?> FindAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (request.ReturnUrl is not { } asked || !request.Addresses.IsOf(OAuthPages.Authorize, asked))
            return null;
        return (await request.RunAsync(OAuthFlows.Authorize, new(AuthorizationQuery.Read(asked), Browser: null), cancellationToken)).Value switch
        {
            SignInWanted wanted => new(wanted.ClientName, wanted.RedirectUri) { LoginHint = wanted.LoginHint },
            AuthorizationRefused refused => new(null, refused.RedirectUri),
            _ => null,
        };
    }
}
