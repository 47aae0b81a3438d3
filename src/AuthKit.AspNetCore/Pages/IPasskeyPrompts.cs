using System.Text.Json;
using AuthKit.AuthorizationServer.Browsers;

namespace AuthKit.Pages;

/// <summary>How people sign in on the pages with a key of their browser's (WebAuthn). A feature offers it; one instance serves all requests.</summary>
public interface IPasskeyPrompts
{
    /// <summary>
    /// What the browser is asked for: the JSON of <c>PublicKeyCredentialRequestOptions</c> (WebAuthn Level 3 §5.1.9), the same for everybody but for the
    /// challenge. Nothing is kept of it, because every view of the page asks.
    /// </summary>
    /// <param name="browser">What tells this browser from others until the answer comes: what another one answers is refused.</param>
    /// <param name="context">How the request came.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Outcome<JsonElement>> BeginAsync(string browser, FlowContext context, CancellationToken cancellationToken);

    /// <summary>Signs whoever has the key in.</summary>
    /// <param name="credential">What the key answered: the JSON of a <c>PublicKeyCredential</c>.</param>
    /// <param name="browser">As it was given to <see cref="BeginAsync"/>.</param>
    /// <param name="signedIn">The accounts that the browser is signed in to already.</param>
    /// <param name="context">How the request came.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Outcome<BrowserSession>> SignInAsync(JsonElement credential, string browser, IReadOnlyList<BrowserSession> signedIn, FlowContext context, CancellationToken cancellationToken);
}
