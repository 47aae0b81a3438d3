using System.Text.Json;
using AuthKit.AuthorizationServer.Browsers;
using AuthKit.AuthorizationServer.Clients;

namespace AuthKit.AuthorizationServer.Requests;

/// <summary>What comes next for an authorization request: an answer to the client, or a page for the user.</summary>
public abstract record AuthorizationStep
{
    private protected AuthorizationStep()
    {
    }
}

/// <summary>The client gets a code (RFC 6749 §4.1.2).</summary>
/// <param name="RedirectUri">Where the browser is sent.</param>
/// <param name="State">The request's <c>state</c>.</param>
/// <param name="Code">The code.</param>
public sealed record AuthorizationGranted(string RedirectUri, string? State, string Code) : AuthorizationStep
{
    /// <summary>How the client is told, of <see cref="ResponseModes"/>.</summary>
    public string ResponseMode { get; init; } = ResponseModes.Query;

    /// <summary>The id token beside it, where the client asks for both (OpenID Connect Core 1.0 §3.3); null where it does not.</summary>
    public string? IdToken { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(AuthorizationGranted);
}

/// <summary>The client gets an id token and no code (OpenID Connect Core 1.0 §3.2.2.5).</summary>
/// <param name="RedirectUri">Where the browser is sent.</param>
/// <param name="State">The request's <c>state</c>.</param>
/// <param name="IdToken">The id token.</param>
public sealed record IdTokenGranted(string RedirectUri, string? State, string IdToken) : AuthorizationStep
{
    /// <summary>How the client is told, of <see cref="ResponseModes"/>.</summary>
    public string ResponseMode { get; init; } = ResponseModes.Fragment;

    /// <inheritdoc/>
    public override string ToString() => nameof(IdTokenGranted);
}

/// <summary>The client is told why it gets none (RFC 6749 §4.1.2.1).</summary>
/// <param name="RedirectUri">Where the browser is sent.</param>
/// <param name="State">The request's <c>state</c>.</param>
/// <param name="Failure">Why.</param>
public sealed record AuthorizationRefused(string RedirectUri, string? State, Failure Failure) : AuthorizationStep
{
    /// <summary>
    /// Whether the user is told before the browser goes on: the request is not in order, its client is somebody else's, and nobody is
    /// signed in who could have meant it, so that it may be there to lead people from this server to that address (RFC 9700 §4.11.2).
    /// </summary>
    public bool TellsUserFirst { get; init; }

    /// <summary>How the client is told, of <see cref="ResponseModes"/>.</summary>
    public string ResponseMode { get; init; } = ResponseModes.Query;
}

/// <summary>The user has to prove who they are, though they may have done so before.</summary>
/// <param name="ClientName">What the client calls itself.</param>
/// <param name="RedirectUri">Where the browser will be sent.</param>
public sealed record SignInWanted(string ClientName, string RedirectUri) : AuthorizationStep
{
    /// <summary>Whether the client wants its user to make a new account (OpenID Connect Prompt Create 1.0 §4).</summary>
    public bool CreatesAccount { get; init; }

    /// <summary>Whether the client wants a second factor proved, also on a device that would be spared it (<see cref="FlowContext.WantsSecondFactor"/>).</summary>
    public bool WantsSecondFactor { get; init; }

    /// <summary>The name that the user may sign in with, as the client says (<c>login_hint</c>).</summary>
    public string? LoginHint { get; init; }
}

/// <summary>The user has to say which of the accounts is meant that the browser is signed in to, or that none of them is.</summary>
/// <param name="ClientName">What the client calls itself.</param>
/// <param name="RedirectUri">Where the browser will be sent.</param>
public sealed record AccountChoiceWanted(string ClientName, string RedirectUri) : AuthorizationStep;

/// <summary>The client means another of the accounts that the browser is signed in to than the current one: the request is to be asked anew with it.</summary>
/// <param name="Browser">The session of that account.</param>
public sealed record AccountMeant(BrowserSession Browser) : AuthorizationStep;

/// <summary>The user is asked whether the client may have what it asks for.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="ClientName">What it calls itself.</param>
/// <param name="Scopes">The values of the scope that it would get, and of those that tell what it asks for by name beyond that (OpenID Connect Core 1.0 §5.5).</param>
/// <param name="RedirectUri">Where the browser will be sent.</param>
/// <param name="Email">The account that is signed in.</param>
public sealed record ConsentWanted(string ClientId, string ClientName, IReadOnlyList<string> Scopes, string RedirectUri, string Email) : AuthorizationStep
{
    /// <summary>The authorization details that it would get (RFC 9396 §5), an array; null for none.</summary>
    public JsonElement? AuthorizationDetails { get; init; }

    /// <summary>Pages of the client's own, on the host that the browser will be sent to.</summary>
    public ClientLinks Links { get; init; } = new(null, null, null);

    /// <summary>The host that vouches for the client, where its id is the address of a document there; null for one that is listed or has registered.</summary>
    public string? ClientHost { get; init; }

    /// <summary>For how long an access lasts that is not kept; null where the host says nothing of this client.</summary>
    public TimeSpan? AccessTokenLifetime { get; init; }

    /// <summary>For how long one lasts that is kept; null where the host says nothing of this client.</summary>
    public TimeSpan? SessionLifetime { get; init; }
}
