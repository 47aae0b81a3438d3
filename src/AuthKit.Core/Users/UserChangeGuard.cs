namespace AuthKit.Users;

/// <summary>
/// Looks at a change of an account before it is written, each time that the account was read anew. The write is refused where somebody has changed
/// the account since it was read, so that whatever the guard writes to that row undoes the change that it looked at.
/// </summary>
/// <param name="current">The account as it was read.</param>
/// <param name="changed">The account as it shall be.</param>
/// <param name="cancellationToken">Gives up.</param>
/// <returns>Why it is not to be written; null where it may.</returns>
internal delegate Task<Failure?> UserChangeGuard(User current, User changed, CancellationToken cancellationToken);
