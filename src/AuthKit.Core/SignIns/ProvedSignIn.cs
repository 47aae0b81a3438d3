using AuthKit.Sessions;
using AuthKit.Tokens;
using AuthKit.Users;

namespace AuthKit.SignIns;

/// <summary>A sign-in with what has been proved so far.</summary>
/// <param name="Account">The account, read before its proof was judged: the session counts while no credential of it changes.</param>
/// <param name="Methods">How its owner was recognised, of <see cref="AuthenticationMethods"/> (RFC 8176); with <see cref="AuthenticationMethods.MultiFactor"/> no other factor is asked for. Empty where another provider vouched for it.</param>
public sealed record ProvedSignIn(Account Account, IReadOnlyList<string> Methods)
{
    /// <summary>The scope that is asked for, values separated by spaces: of it <c>openid</c> and <c>offline_access</c> are granted.</summary>
    /// <value>Default: a session that can be refreshed.</value>
    public string Scope { get; init; } = Scopes.OfflineAccess;

    /// <summary>The second factor (<see cref="ISecondFactor.Method"/>) that the sign-in began with, which does not count twice; null where it was none.</summary>
    public string? Factor { get; init; }

    /// <summary>Whether the device showed that the account has signed in from it before.</summary>
    public bool KnownDevice { get; init; }

    /// <summary>The provider that vouched for it; null where none did.</summary>
    public string? Provider { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(ProvedSignIn);
}
