using AuthKit.AuthorizationServer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthKit.Http;

/// <summary>The values of <c>WWW-Authenticate</c> for access tokens that do not count (RFC 6750 §3, RFC 9449 §7.1, RFC 9470 §3).</summary>
internal static class Challenges
{
    public static string Of(Fault fault, IServiceProvider services) => OfProof(fault, services) ?? "Bearer error=\"invalid_token\"";

    /// <summary>Where the proof of possession is what was wrong; null where it was the token.</summary>
    public static string? OfProof(Fault fault, IServiceProvider services) =>
        fault.Is(Fault.InvalidTokenProof) || fault.Is(Fault.TokenNonceRequired)
            ? $"DPoP error=\"{fault.OAuthError}\", error_description=\"{fault.Sentence}\", algs=\"{Algorithms(services)}\""
            : null;

    /// <summary>The parameters that say what proof is wanted (RFC 9470 §3). A context's name has no characters that would have to be quoted.</summary>
    public static IEnumerable<string> StepUp(int? maxAge, string? context)
    {
        if (maxAge is { } seconds)
            yield return $"max_age=\"{seconds}\"";
        if (context is not null)
            yield return $"acr_values=\"{context}\"";
    }

    private static string Algorithms(IServiceProvider services) =>
        string.Join(' ', SecurityOffer.Of(services.GetRequiredService<IOptions<AuthKitOptions>>().Value.OAuth.Profile).ProofAlgorithms);
}
