using System.Text.Json.Nodes;
using AuthKit.AuthorizationServer.Requests;
using AuthKit.Pages;

namespace AuthKit.AuthorizationServer.Pages;

/// <summary>What a client is told (RFC 6749 §4.1.2), and where.</summary>
/// <param name="Mode">How, of <see cref="ResponseModes"/>: <c>query</c>, <c>fragment</c> or <c>form_post</c>.</param>
/// <param name="RedirectUri">The client's address.</param>
/// <param name="Fields">What.</param>
internal sealed record ClientAnswer(string Mode, string RedirectUri, IReadOnlyList<KeyValuePair<string, string?>> Fields)
{
    /// <param name="request">The request for a page.</param>
    /// <param name="clientId">The client.</param>
    /// <param name="mode">The authorization request's <c>response_mode</c>.</param>
    /// <param name="redirectUri">The client's address.</param>
    /// <param name="state">The authorization request's <c>state</c>.</param>
    /// <param name="fields">The answer; what is null is not told.</param>
    /// <param name="cancellationToken">The caller gave up.</param>
    public static async Task<Outcome<ClientAnswer>> CreateAsync(PageRequest request, string clientId, string mode, string redirectUri, string? state, KeyValuePair<string, string?>[] fields, CancellationToken cancellationToken)
    {
        KeyValuePair<string, string?>[] told = [.. fields.Where(static field => field.Value is not null), .. state is null ? [] : new KeyValuePair<string, string?>[] { new("state", state) }];
        if (Carrier(mode) is not { } carrier)
            // The issuer against mix-up (RFC 9207 §2); a signed answer has it already.
            return new ClientAnswer(mode, redirectUri, [.. told, new("iss", request.AuthKit.Issuer)]);
        var members = new JsonObject(told.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value)));
        return (await request.RunAsync(OAuthFlows.SignReply, new(SignedReply.Authorization, clientId, members), cancellationToken)).Succeeded(out var signed, out var failure)
            ? new ClientAnswer(carrier, redirectUri, [new("response", signed)])
            : failure;
    }

    /// <summary>How a signed answer is sent; null for one that is not.</summary>
    private static string? Carrier(string mode) => mode switch
    {
        ResponseModes.QueryJwt => ResponseModes.Query,
        ResponseModes.FragmentJwt => ResponseModes.Fragment,
        ResponseModes.FormPostJwt => ResponseModes.FormPost,
        _ => null,
    };
}
