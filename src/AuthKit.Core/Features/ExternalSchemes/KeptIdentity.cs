using AuthKit.External;

namespace AuthKit.Features.ExternalSchemes;

/// <summary>An identity that a provider has vouched for, as the grant of its code keeps it.</summary>
/// <param name="Provider">The provider's name.</param>
/// <param name="Subject">The provider's id of the person.</param>
/// <param name="Email">The address that the provider tells.</param>
/// <param name="Name">The full name that it tells.</param>
/// <param name="IsAuthoritative">Whether the provider is authoritative for the address.</param>
/// <param name="CodeChallenge">What the caller's verifier has to fit.</param>
internal sealed record KeptIdentity(string Provider, string Subject, string? Email, string? Name, bool IsAuthoritative, string CodeChallenge)
{
    public ExternalIdentity ToIdentity() => new(new(Provider, Subject), Email, Name) { IsAuthoritative = IsAuthoritative };

    public static KeptIdentity Of(ExternalIdentity identity, string codeChallenge) =>
        new(identity.Login.Provider, identity.Login.Subject, identity.VerifiedEmail, identity.Name, identity.IsAuthoritative, codeChallenge);
}
