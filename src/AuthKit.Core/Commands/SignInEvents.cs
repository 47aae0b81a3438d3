using AuthKit.Events;
using AuthKit.Users;

namespace AuthKit;

/// <summary>Raises what the check of a password comes to.</summary>
internal static class SignInEvents
{
    extension(IEvents events)
    {
        /// <summary>Raises that somebody was not let in, unless nobody has looked: <see cref="SignInFailed"/>, or <see cref="ReauthenticationFailed"/> in a session, and <see cref="LockedOut"/> where this attempt has closed the account.</summary>
        /// <param name="context">How the request came.</param>
        /// <param name="failure">What the <see cref="PasswordAuthenticator"/> said, or <see cref="PasswordSignIn"/>.</param>
        /// <param name="sessionId">The session of whoever is signed in already.</param>
        /// <param name="cancellationToken">Ends the waiting, not the keeping.</param>
        public async ValueTask RaiseFailureAsync(FlowContext context, Failure failure, Guid? sessionId, CancellationToken cancellationToken)
        {
            foreach (var (reason, userId, tenant, lockedAfter) in failure.Refusals)
            {
                AuthEvent failed = sessionId is null
                    ? new SignInFailed(reason) { UserId = userId, Tenant = tenant }
                    : new ReauthenticationFailed(reason) { UserId = userId, Tenant = tenant, SessionId = sessionId };
                await events.RaiseAsync(context, failed, cancellationToken);
                if (lockedAfter is { } failures)
                    await events.RaiseAsync(context, new LockedOut(failures) { UserId = userId, Tenant = tenant }, cancellationToken);
            }
        }
    }
}
