using AuthKit.Sessions;

namespace AuthKit.SignIns;

/// <summary>How a sign-in that one factor does not complete goes on, and what tokens say of how it went.</summary>
public sealed class SignInOptions
{
    /// <summary>How long a sign-in waits for its second factor.</summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan ChallengeLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many attempts at a second factor a challenge is good for; then the sign-in has to begin anew.</summary>
    /// <value>Default: 5.</value>
    public int MaxAttemptsPerChallenge { get; set; } = 5;

    /// <summary>
    /// How many failed attempts at its second factor an account takes in a day (NIST SP 800-63B-4 §3.2.2). Whoever makes them knows the
    /// password, so that nobody else can lock the owner out by them.
    /// </summary>
    /// <value>Default: 20.</value>
    public int MaxFailedSecondFactorsPerDay { get; set; } = 20;

    /// <summary>The <c>acr</c> of a sign-in by one factor (OpenID Connect Core 1.0 §2): a URI, or a name that the host and its clients have agreed on.</summary>
    /// <value>Default: <c>urn:authkit:acr:1fa</c>.</value>
    public string SingleFactorContext { get; set; } = "urn:authkit:acr:1fa";

    /// <summary>The <c>acr</c> of a sign-in by two factors.</summary>
    /// <value>Default: <c>urn:authkit:acr:2fa</c>.</value>
    public string MultiFactorContext { get; set; } = "urn:authkit:acr:2fa";

    /// <summary>The <c>acr</c> of whoever proved who they are by these methods.</summary>
    internal string ContextOf(IReadOnlyList<string> methods) => methods.Contains(AuthenticationMethods.MultiFactor) ? MultiFactorContext : SingleFactorContext;
}
