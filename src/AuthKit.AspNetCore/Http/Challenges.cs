using AuthKit.AuthorizationServer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.Http;

/// <summary>The values of <c>WWW-Authenticate</c> for access tokens that do not count (RFC 6750 §3, RFC 9449 §7.1).</summary>
internal static class Challenges
{
    public static string Of(Fault fault, IServiceProvider services) => OfProof(fault, services) ?? "Bearer error=\"invalid_token\"";

    /// <summary>Where the proof of possession is what was wrong; null where it was the token.</summary>
    public static string? OfProof(Fault fault, IServiceProvider services) =>
        fault.Is(Fault.InvalidTokenProof) || fault.Is(Fault.TokenNonceRequired)
            ? $"DPoP error=\"{fault.OAuthError}\", error_description=\"{fault.Sentence}\", algs=\"{Algorithms(services)}\""
            : null;

    private static string Algorithms(IServiceProvider services) =>
        string.Join(' ', SecurityOffer.Of(services.GetRequiredService<IOptions<AuthKitOptions>>().Value.OAuth.Profile).ProofAlgorithms);
}
