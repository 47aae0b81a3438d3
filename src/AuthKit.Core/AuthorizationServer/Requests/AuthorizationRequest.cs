using System.Text.Json;
using AuthKit.AuthorizationServer.Clients;

namespace AuthKit.AuthorizationServer.Requests;

/// <summary>An authorization request that has been found to be in order (RFC 6749 §4.1.1, OpenID Connect Core 1.0 §3.1.2.1).</summary>
internal sealed record AuthorizationRequest(Client Client, string RedirectUri)
{
    /// <summary>Whether the request named the address, so that the token request has to name it again (RFC 6749 §4.1.3).</summary>
    public required bool RedirectUriWasSent { get; init; }

    public string? State { get; init; }

    /// <summary>Of <see cref="ResponseTypes"/>.</summary>
    public required string ResponseType { get; init; }

    public string ResponseMode { get; init; } = ResponseModes.Query;

    /// <summary>What of the scope asked for the client may have.</summary>
    public required string Scope { get; init; }

    /// <summary>The interfaces that tokens may be had for; null for the host alone.</summary>
    public IReadOnlyList<string>? Resources { get; init; }

    public string? Nonce { get; init; }

    public string? CodeChallenge { get; init; }

    /// <summary>The thumbprint of the key that has to be proved with the code; null where any will do.</summary>
    public string? DPoPKey { get; init; }

    public IReadOnlyList<string> Prompts { get; init; } = [];

    public TimeSpan? MaxAge { get; init; }

    /// <summary>How strongly the client would have its user sign in, the dearest first (OpenID Connect Core 1.0 §3.1.2.1): what it can do without.</summary>
    public IReadOnlyList<string> PreferredContexts { get; init; } = [];

    public string? IdTokenHint { get; init; }

    /// <summary>The authorization details as they would be granted (RFC 9396 §5), an array; null for none.</summary>
    public JsonElement? AuthorizationDetails { get; init; }
    public string? LoginHint { get; init; }

    /// <summary>What is asked for by name, as far as the client may know it; null where nothing is.</summary>
    public ClaimsRequest? Claims { get; init; }

    /// <summary>
    /// The values of scope that the user is asked for: those that are granted, and for each claim asked for by name beyond them the one
    /// that tells least beside it.
    /// </summary>
    public required IReadOnlyList<string> Wanted { get; init; }

    /// <summary>What was pushed and stands behind it, to be used up by the answer; null where the request came with the browser.</summary>
    public PushedReference? Pushed { get; init; }

    public bool Asks(string prompt) => Prompts.Contains(prompt);
}
