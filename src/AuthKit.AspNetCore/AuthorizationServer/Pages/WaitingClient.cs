using AuthKit.AuthorizationServer.Requests;
using AuthKit.Pages;
using AuthKit.SignIns;
using Microsoft.Extensions.DependencyInjection;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>The client that waits behind a page, where one does.</summary>
/// <param name="Name">What it calls itself; null where it is in no position to be named.</param>
/// <param name="RedirectUri">Where the browser will be sent in the end.</param>
internal sealed record WaitingClient(string? Name, string RedirectUri)
{
    /// <summary>Whom it expects to sign in (OpenID Connect Core 1.0 §3.1.2.1).</summary>
    public string? LoginHint { get; private init; }

    /// <summary>Whether it wants a second factor proved, also on a device that would be spared it.</summary>
    public bool WantsSecondFactor { get; private init; }

    /// <summary>Asks as if nobody were signed in, which answers nothing and uses nothing up.</summary>
    public static Task<WaitingClient?> FindAsync(PageRequest request, CancellationToken cancellationToken) => FindAsync(request, request.ReturnUrl, cancellationToken);

    /// <summary>Has whoever signs in with this request asked for a second factor where the client that waits wants one.</summary>
    public static async Task HeedAsync(PageRequest request, string? returnUrl, CancellationToken cancellationToken)
    {
        // Performance: without devices that are spared it, whoever has one is asked anyway.
        if (request.Http.RequestServices.GetService<ITrustedDevices>() is not null && await FindAsync(request, returnUrl, cancellationToken) is { WantsSecondFactor: true })
            request.WantSecondFactor();
    }

    private static async Task<WaitingClient?> FindAsync(PageRequest request, string? returnUrl, CancellationToken cancellationToken)
    {
        if (returnUrl is not { } asked || !request.Addresses.IsOf(OAuthPages.Authorize, asked))
            return null;
        return (await request.RunAsync(OAuthFlows.Authorize, new(AuthorizationQuery.Read(asked), Browser: null), cancellationToken)).Value switch
        {
            SignInWanted wanted => new(wanted.ClientName, wanted.RedirectUri) { LoginHint = wanted.LoginHint, WantsSecondFactor = wanted.WantsSecondFactor },
            AuthorizationRefused refused => new(null, refused.RedirectUri),
            _ => null,
        };
    }
}
