using AuthKit.Events;
using AuthKit.Sessions;
using AuthKit.Tenants;
using AuthKit.Tokens;
using AuthKit.Users;

namespace AuthKit;

/// <summary>Ends the caller's session.</summary>
/// <param name="AccessToken">The caller's access token.</param>
/// <param name="RefreshToken">A refresh token to end as well, where it is the caller's own; any other is passed over in silence.</param>
public sealed record Logout(string? AccessToken, string? RefreshToken = null) : Command;

internal sealed class LogoutFlow(Callers callers, UserDatabases databases, SessionLiveness liveness, IEvents events, TimeProvider time) : IFlow<Logout, Unit>
{
    public async Task<Outcome<Unit>> RunAsync(Logout command, FlowContext context, CancellationToken cancellationToken)
    {
        if (!(await callers.AuthenticateAsync(command.AccessToken, context, cancellationToken)).Succeeded(out var caller, out var failure))
            return failure;
        await using var database = await databases.OfAsync(caller.Tenant, cancellationToken);
        await database.Sessions.RevokeAsync(caller.SessionId, time.GetUtcNow(), cancellationToken);
        liveness.Forget(caller.SessionId, caller.Tenant);
        await events.RaiseAsync(context, new SessionEnded(SessionEndings.SignedOut) { UserId = caller.UserId, Tenant = caller.Tenant, SessionId = caller.SessionId, ClientId = caller.ClientId }, cancellationToken);
        if (OpaqueToken.TryParse(command.RefreshToken, out var token) && token.Tenant == caller.Tenant)
        {
            await database.Sessions.RevokeByHandleAsync(token.Handle, caller.UserId, time.GetUtcNow(), cancellationToken);
            liveness.ForgetAll();
        }

        return Unit.Value;
    }
}

public static partial class Flows
{
    /// <summary>Ends the caller's session.</summary>
    public static Flow<Logout, Unit> Logout { get; } = Flow<Logout, Unit>.Of<LogoutFlow>();
}
