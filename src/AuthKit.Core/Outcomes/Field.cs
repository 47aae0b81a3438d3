namespace AuthKit;

/// <summary>The library's own names of the fields that a rule can be broken by; a contract's phrasebook gives them their names on the wire.</summary>
public static class Field
{
    /// <summary>The account's e-mail address.</summary>
    public const string Email = "email";

    /// <summary>An e-mail address or a user name, at sign-in.</summary>
    public const string Identifier = "identifier";

    /// <summary>The account's user name.</summary>
    public const string UserName = "userName";

    /// <summary>A password.</summary>
    public const string Password = "password";

    /// <summary>The password in force, where it is being changed.</summary>
    public const string CurrentPassword = "currentPassword";

    /// <summary>The password to set.</summary>
    public const string NewPassword = "newPassword";

    /// <summary>The full name.</summary>
    public const string Name = "name";

    /// <summary>The given name.</summary>
    public const string GivenName = "givenName";

    /// <summary>The family name.</summary>
    public const string FamilyName = "familyName";

    /// <summary>The telephone number.</summary>
    public const string PhoneNumber = "phoneNumber";

    /// <summary>The postal address.</summary>
    public const string Address = "address";

    /// <summary>The e-mail address to be reached at, where it is not the one to sign in with.</summary>
    public const string ContactEmail = "contactEmail";

    /// <summary>A one-time token or a token to examine.</summary>
    public const string Token = "token";

    /// <summary>A refresh token.</summary>
    public const string RefreshToken = "refreshToken";

    /// <summary>An authorization code, a device code, or the code that a person types.</summary>
    public const string Code = "code";

    /// <summary>The proof key's verifier (RFC 7636 §4.1).</summary>
    public const string CodeVerifier = "codeVerifier";

    /// <summary>The proof key's challenge, or how it was made (RFC 7636 §4.2).</summary>
    public const string CodeChallenge = "codeChallenge";

    /// <summary>The thumbprint of the key that has to be proved with a code (RFC 9449 §10).</summary>
    public const string DPoPKey = "dpopKey";

    /// <summary>A token to be exchanged (RFC 8693 §2.1).</summary>
    public const string SubjectToken = "subjectToken";

    /// <summary>What kind of token it is.</summary>
    public const string SubjectTokenType = "subjectTokenType";

    /// <summary>What kind of token is wanted.</summary>
    public const string RequestedTokenType = "requestedTokenType";

    /// <summary>An address to be sent back to.</summary>
    public const string RedirectUri = "redirectUri";

    /// <summary>What an authorization request asks for (RFC 6749 §3.1.1).</summary>
    public const string ResponseType = "responseType";

    /// <summary>What the client gets back with the answer to an authorization request (RFC 6749 §4.1.1).</summary>
    public const string State = "state";

    /// <summary>What an authorization request's id token has to repeat (OpenID Connect Core 1.0 §3.1.2.1).</summary>
    public const string Nonce = "nonce";

    /// <summary>How the answer to an authorization request is sent.</summary>
    public const string ResponseMode = "responseMode";

    /// <summary>What pages an authorization request wants shown (OpenID Connect Core 1.0 §3.1.2.1).</summary>
    public const string Prompt = "prompt";

    /// <summary>What an authorization request asks for by name (OpenID Connect Core 1.0 §5.5).</summary>
    public const string Claims = "claims";

    /// <summary>An authorization request that its client has signed (RFC 9101).</summary>
    public const string RequestObject = "requestObject";

    /// <summary>The most seconds since the user proved who they are (OpenID Connect Core 1.0 §3.1.2.1).</summary>
    public const string MaxAge = "maxAge";

    /// <summary>What a sign-in that waits for its second factor goes on with.</summary>
    public const string Challenge = "challenge";

    /// <summary>The second factor that is proved.</summary>
    public const string Method = "method";

    /// <summary>A client's id.</summary>
    public const string ClientId = "clientId";

    /// <summary>A client's secret.</summary>
    public const string ClientSecret = "clientSecret";

    /// <summary>A pushed authorization request.</summary>
    public const string RequestUri = "requestUri";

    /// <summary>A tenant's alias or connection string.</summary>
    public const string ConnectionString = "connectionString";

    /// <summary>A database engine's key identifier.</summary>
    public const string KeyIdentifier = "keyIdentifier";

    /// <summary>An external provider.</summary>
    public const string Provider = "provider";

    /// <summary>What finds the next page of a list.</summary>
    public const string Cursor = "cursor";

    /// <summary>The roles of an account.</summary>
    public const string Roles = "roles";
}
