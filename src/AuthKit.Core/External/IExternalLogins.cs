namespace AuthKit.External;

/// <summary>The identities at providers that sign in to an account of the home database, for a host's own pages and jobs.</summary>
public interface IExternalLogins
{
    /// <summary>Those of an account, the oldest first.</summary>
    Task<IReadOnlyList<ExternalLoginRecord>> ListAsync(Guid userId, CancellationToken cancellationToken);

    /// <summary>Takes one from its account, and ends the account's sessions, which it may have started.</summary>
    /// <returns>
    /// <see cref="Fault.NotFound"/> where the account has none such, <see cref="Fault.LastSignInMethod"/> where nothing else that lasts
    /// would be left to sign in with, or <see cref="Fault.Conflict"/> where the account was changed at the same time.
    /// </returns>
    Task<Outcome<Unit>> RemoveAsync(Guid userId, ExternalLogin login, CancellationToken cancellationToken);
}
