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
    /// How many failed attempts at its second factor an account takes in a day (NIST SP 800-63B-4 §3.2.2), and as many again of those who
    /// are signed in and prove anew who they are. Whoever makes the former knows the password, so that nobody else can lock the owner out by them.
    /// </summary>
    /// <value>Default: 20.</value>
    public int MaxFailedSecondFactorsPerDay { get; set; } = 20;

    /// <summary>
    /// How long ago somebody may have proved who they are to change what the account is signed in to with: second factors, passkeys, the e-mail address,
    /// identities at providers. Later they get <see cref="Fault.ProofRequired"/>, and prove it again with <see cref="ProveIdentity"/>.
    /// </summary>
    /// <value>Default: 10 minutes.</value>
    public TimeSpan RecentProof { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The <c>acr</c> of a sign-in by one factor (OpenID Connect Core 1.0 §2): a URI, or a name that the host and its clients have agreed on.</summary>
    /// <value>Default: <c>urn:authkit:acr:1fa</c>.</value>
    public string SingleFactorContext { get; set; } = "urn:authkit:acr:1fa";

    /// <summary>The <c>acr</c> of a sign-in by two factors.</summary>
    /// <value>Default: <c>urn:authkit:acr:2fa</c>.</value>
    public string MultiFactorContext { get; set; } = "urn:authkit:acr:2fa";

    /// <summary>The <c>acr</c> of whoever proved who they are by these methods.</summary>
    internal string ContextOf(IReadOnlyList<string> methods) => methods.Contains(AuthenticationMethods.MultiFactor) ? MultiFactorContext : SingleFactorContext;
}
