namespace AuthKit.External;

/// <summary>What a provider vouches for, once its token was checked against the provider and this application.</summary>
/// <param name="Login">Who it is.</param>
/// <param name="VerifiedEmail">An e-mail address that the provider says it has verified; null where it names none or has not.</param>
/// <param name="Name">The full name, where the provider tells it.</param>
public sealed record ExternalIdentity(ExternalLogin Login, string? VerifiedEmail, string? Name)
{
    /// <summary>
    /// Whether the provider is authoritative for <see cref="VerifiedEmail"/>: it is the one that gives the addresses of that domain out, so
    /// that nobody else can own this one. Any other provider knows at most who owned it once, and its word proves nothing.
    /// </summary>
    /// <value>Default: false.</value>
    public bool IsAuthoritative { get; init; }
}
