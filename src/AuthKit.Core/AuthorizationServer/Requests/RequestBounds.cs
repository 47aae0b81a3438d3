using AuthKit.Grants;

namespace AuthKit.AuthorizationServer.Requests;

/// <summary>How long the parameters of an authorization request may be, so that every store holds what is kept of them.</summary>
internal static class RequestBounds
{
    private const int MaxState = 4000;
    private const int MaxNonce = 1000;
    private const int MaxRedirectUri = 2000;

    // Of the 8,000 bytes that are kept, for what is kept beside them.
    private const int MaxTotal = 7500;

    // However it is escaped, text this short fits.
    private const int SurelyFits = MaxTotal / 12;

    /// <summary>What is too long; null where nothing is.</summary>
    /// <param name="sent">The request.</param>
    /// <param name="isPushed">Whether all of it is kept; of one that comes with the browser, what its code has to know again.</param>
    public static Failure? Objection(AuthorizationParameters sent, bool isPushed)
    {
        var parameters = isPushed ? sent : sent with { State = null, Prompt = null, IdTokenHint = null, LoginHint = null, Claims = null, AcrValues = null };
        if (parameters.State?.Length > MaxState)
            return Failure.Of(Field.State, Rule.TooLong, MaxState);
        if (parameters.Nonce?.Length > MaxNonce)
            return Failure.Of(Field.Nonce, Rule.TooLong, MaxNonce);
        if (parameters.RedirectUri?.Length > MaxRedirectUri)
            return Failure.Of(Field.RedirectUri, Rule.TooLong, MaxRedirectUri);
        if (sent.Claims?.Length > ClaimsRequest.MaxLength)
            return Failure.Of(Field.Claims, Rule.TooLong, ClaimsRequest.MaxLength);
        return Texts(parameters).Sum(text => text?.Length ?? 0) <= SurelyFits || GrantData.Write(parameters).Length <= MaxTotal ? null : new(Fault.PayloadTooLarge);
    }

    private static string?[] Texts(AuthorizationParameters parameters) =>
    [
        parameters.ClientId, parameters.ResponseType, parameters.RedirectUri, parameters.Scope, parameters.State, parameters.ResponseMode, parameters.Nonce,
        parameters.CodeChallenge, parameters.CodeChallengeMethod, parameters.Prompt, parameters.MaxAge, parameters.IdTokenHint, parameters.DPoPKey,
        parameters.Claims, parameters.LoginHint, parameters.AcrValues, parameters.AuthorizationDetails,
        .. parameters.Resources,
    ];
}
