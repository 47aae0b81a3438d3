using AuthKit.Sessions;
using AuthKit.Tokens;
using AuthKit.Users;
using Microsoft.Extensions.Options;

namespace AuthKit.SignIns;

/// <summary>
/// What changes credentials asks for a proof that is not long ago, so that a stolen access token, or a device that was left alone, is not
/// enough to take an account over. It is judged here and nowhere else, by the session's row and past any cache.
/// </summary>
internal sealed class RecentProofs(SecondFactorSet factors, IOptions<AuthKitOptions> options, TimeProvider time)
{
    /// <summary>Why the caller may not: <see cref="Fault.ProofRequired"/>, <see cref="Fault.Impersonated"/>, or <see cref="Fault.InvalidToken"/> where the session has ended. Null where they may.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="account">Their account, as it was read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Failure?> ObjectionAsync(Caller caller, Account account, CancellationToken cancellationToken)
    {
        // Whatever they prove, it is not that they are the owner.
        if (caller.IsImpersonated)
            return new(Fault.Impersonated);
        var session = await account.Database.Sessions.FindAsync(caller.SessionId, cancellationToken);
        if (session is not { RevokedAt: null } || session.UserId != account.User.Id || !session.IsBoundTo(account.User))
            return new(Fault.InvalidToken);
        var signIn = options.Value.SignIn;
        var has = await factors.OfAsync(account, cancellationToken);
        // A device that is spared the second factor, and a thief who knows the password, have not proved what they would take away.
        var isStrong = has.Length == 0 || SessionDetails.Of(session).Methods.Contains(AuthenticationMethods.MultiFactor);
        if (isStrong && time.GetUtcNow() - (session.AuthenticatedAt ?? session.CreatedAt) < signIn.RecentProof)
            return null;
        string[] methods = isStrong && account.User.PasswordHash is not null ? [WantedProof.Password, .. has] : has;
        return new(Fault.ProofRequired) { Detail = new WantedProof(methods, (int)signIn.RecentProof.TotalSeconds) { AcrValues = isStrong ? null : signIn.MultiFactorContext } };
    }
}
