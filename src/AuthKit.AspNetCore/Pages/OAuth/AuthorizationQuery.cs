using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace AuthKit.Pages.OAuth;

/// <summary>Reads an authorization request from an address (RFC 6749 §3.1): a parameter without a value was not sent, and one sent twice has none.</summary>
internal static class AuthorizationQuery
{
    public static AuthorizationParameters Read(string address)
    {
        var sent = QueryHelpers.ParseQuery(PageAddresses.QueryOf(address));
        var hasDuplicates = false;
        // The initialisers below run first, and find what is there twice.
        return new AuthorizationParameters
        {
            ClientId = Of("client_id"),
            ResponseType = Of("response_type"),
            RedirectUri = Of("redirect_uri"),
            Scope = Of("scope"),
            State = Of("state"),
            ResponseMode = Of("response_mode"),
            Nonce = Of("nonce"),
            CodeChallenge = Of("code_challenge"),
            CodeChallengeMethod = Of("code_challenge_method"),
            Prompt = Of("prompt"),
            MaxAge = Of("max_age"),
            IdTokenHint = Of("id_token_hint"),
            RequestUri = Of("request_uri"),
            HasRequestObject = Of("request") is not null,
        } with { HasDuplicates = hasDuplicates };

        string? Of(string name)
        {
            var values = sent.GetValueOrDefault(name, StringValues.Empty);
            hasDuplicates |= values.Count > 1;
            return values is [{ Length: > 0 } only] ? only : null;
        }
    }
}
