namespace AuthKit.AuthorizationServer.Requests;

/// <summary>Reads an authorization request, however it was sent.</summary>
public static class AuthorizationRequestReader
{
    /// <summary>The request.</summary>
    /// <param name="read">A parameter by its name; null where it was not sent, or empty.</param>
    /// <param name="readAll">A parameter that may come several times; empty where it was not sent.</param>
    public static AuthorizationParameters Of(Func<string, string?> read, Func<string, IReadOnlyList<string>> readAll) => new()
    {
        ClientId = read("client_id"),
        ResponseType = read("response_type"),
        RedirectUri = read("redirect_uri"),
        Scope = read("scope"),
        State = read("state"),
        ResponseMode = read("response_mode"),
        Nonce = read("nonce"),
        CodeChallenge = read("code_challenge"),
        CodeChallengeMethod = read("code_challenge_method"),
        Prompt = read("prompt"),
        MaxAge = read("max_age"),
        AcrValues = read("acr_values"),
        IdTokenHint = read("id_token_hint"),
        AuthorizationDetails = read("authorization_details"),
        Resources = readAll("resource"),
        DPoPKey = read("dpop_jkt"),
        LoginHint = read("login_hint"),
        Claims = read("claims"),
        RequestUri = read("request_uri"),
        RequestObject = read("request"),
    };
}
